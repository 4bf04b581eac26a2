import { SupportClient } from '@aws-sdk/client-support';
import { TrustedAdvisorClient } from '@aws-sdk/client-trustedadvisor';
import { supportClient } from '#lambdas/trusted-advisor-sweep/read/support-client.ts';

export type RecordedQuestion = { service: string; operation: string; input: unknown };

/** What the adapter of the sweep asks for each of its calls; nothing leaves the process. */
export async function recordedQuestions(): Promise<RecordedQuestion[]> {
  const questions: RecordedQuestion[] = [];
  const options = { region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };
  const support = new SupportClient(options);
  const advisor = new TrustedAdvisorClient(options);
  const record =
    (service: string) =>
    (_next: unknown, context: { commandName?: string }) =>
    async ({ input }: { input: unknown }) => {
      questions.push({
        service,
        operation: (context.commandName ?? '').replace(/Command$/, ''),
        input: { ...(input as object) },
      });
      return { output: { $metadata: {} }, response: {} };
    };
  support.middlewareStack.add(record('support'), { step: 'initialize' });
  advisor.middlewareStack.add(record('trustedadvisor'), { step: 'initialize' });
  const api = supportClient({ support, advisor, turn: async () => {} });
  await api.offeredChecks();
  await api.sources();
  await api.summaries(['H7IgTzjTYb', 'jL7PP0l7J9']);
  await api.result('H7IgTzjTYb');
  await api.refresh('H7IgTzjTYb');
  return questions;
}
