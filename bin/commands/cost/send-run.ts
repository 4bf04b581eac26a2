import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { findQueue } from '#bin/commands/redrive/find-queue.ts';
import { type CostMessage, runIdOf } from '#lambdas/cost-reports/cost-message.ts';

/** Of the schedules, too: in one group runs come one after the other. */
export const RUN_GROUP = 'cost-explorer';

/** Sends a run to the deployment, behind those that wait there; its name comes back. */
export async function sendRun(stack: string, message: CostMessage): Promise<string> {
  const run = runIdOf(message);
  const request = new SendMessageCommand({
    QueueUrl: await findQueue(stack, 'CostReportsRunsQueue'),
    MessageBody: JSON.stringify(message),
    MessageGroupId: RUN_GROUP,
    MessageDeduplicationId: run,
  });
  await new SQSClient({}).send(request);
  return run;
}
