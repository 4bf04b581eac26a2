import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Observation } from '#lambdas/contracts/observation.ts';
import { toObservation } from '#lambdas/health-alerts/to-observation.ts';
import { aReadEvent } from '#test/health-alerts/a-health-event.ts';
import { aQueue } from '#test/local/queues/a-queue.ts';
import { serveQueues } from '#test/local/queues/sqs-server.ts';

let server: Awaited<ReturnType<typeof serveQueues>>;

beforeAll(async () => {
  server = await serveQueues(aQueue({ name: 'alerts.fifo', fifo: true }));
  vi.stubEnv('AWS_ENDPOINT_URL', new URL(server.urlOf('')).origin);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAREEVE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

test('an observation and its repeat are one message, another event with the same id is a second', async () => {
  // The SQS client reads its environment when the module loads.
  const { observationQueue } = await import('#lambdas/runtime/observation-queue.ts');
  const observe = observationQueue(server.urlOf('alerts.fifo'));
  const observed = (detail: Record<string, unknown>) =>
    toObservation(aReadEvent(detail), undefined, { reminderDays: [], quietAfterDays: 14 });
  const first = observed({});
  const other = observed({ eventArn: 'arn:aws:health:eu-central-1::event/EC2/OTHER/OTHER_REEVE_9' });
  for (const observation of [first, first, other]) await observe(observation);

  const { Messages = [] } = await server.client.send(
    new ReceiveMessageCommand({
      QueueUrl: server.urlOf('alerts.fifo'),
      MaxNumberOfMessages: 10,
      MessageSystemAttributeNames: ['MessageGroupId'],
    }),
  );
  const bodies = Messages.map(({ Body = '' }) => Observation.parse(JSON.parse(Body)));
  expect(bodies).toEqual([first, other]);
  expect(new Set(Messages.map(({ Attributes }) => Attributes?.MessageGroupId)).size).toBe(2);
});
