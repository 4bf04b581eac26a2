import { faultsOf } from '#test/conformance/moto/play-questions.ts';
import type { Tally } from '#test/conformance/tally.ts';
import { recordedQuestions } from '#test/trusted-advisor-sweep/recorded-questions.ts';

/** All that the sweep asks of Trusted Advisor in both its APIs, against botocore's models. */
export async function playAdvisorQuestions(programs: string, tally: Tally): Promise<void> {
  const questions = await recordedQuestions();
  const faults = await faultsOf(programs, questions);
  // Else its word would be worth nothing.
  const held = await faultsOf(programs, [
    { service: 'support', operation: 'DescribeTrustedAdvisorChecks', input: {} },
    { service: 'trustedadvisor', operation: 'ListChecks', input: { source: 'hearsay' } },
  ]);
  const problems = [...faults, ...(held.length === 2 ? [] : ['it takes what it should refuse'])];
  const what = `botocore: its models of Support and Trusted Advisor take all ${questions.length} questions of the sweep`;
  if (problems.length === 0) tally.passed(what);
  else tally.failed(`${what}\n  ${problems.join('\n  ')}`);
}
