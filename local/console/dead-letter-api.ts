import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Alarm } from '#local/estate.ts';
import { isRinging } from '#local/metrics/is-ringing.ts';
import { type Api, taking } from './api.ts';
import { plainName } from './plain-name.ts';
import { Refusal } from './refusal.ts';

const EXCERPT = 200;
const MESSAGES_SHOWN = 50;

const Named = z.object({ queue: z.string() });

type DeadLetterPorts = Pick<EmbeddedCloud, 'estate' | 'queues'>;

/** Where failures are left, who is alarmed by them, and the way back. */
export function deadLetterApi({ estate, queues }: DeadLetterPorts): Api {
  /** Missed runs come from a queue in part: none of them is sent back. */
  const sourceOf = (arn: string) =>
    estate.functions.some(({ onFailureArn }) => onFailureArn === arn)
      ? undefined
      : estate.queues.find(({ redrive }) => redrive?.deadLetterArn === arn);

  return {
    'GET /api/dead-letters': () =>
      deadLetterQueues(estate).map(({ name, arn }) => {
        const messages = queues.inspect(name);
        return {
          queue: name,
          label: plainName(name),
          source: sourceOf(arn) && plainName(sourceOf(arn)?.name ?? ''),
          count: messages.length,
          alarms: estate.alarms
            .filter((alarm) => watches(alarm, name))
            .map((alarm) => ({ description: alarm.description, ringing: isRinging(alarm, messages.length) })),
          messages: messages.slice(-MESSAGES_SHOWN).map(({ messageId, sentAt, receiveCount, body }) => {
            return { id: messageId, sentAt, receiveCount, excerpt: body.slice(0, EXCERPT) };
          }),
        };
      }),

    'POST /api/dead-letters/redrive': taking(Named, ({ queue }) => {
      const deadLetters = deadLetterQueues(estate).find(({ name }) => name === queue);
      if (!deadLetters) throw new Refusal(404, `There is no dead-letter queue named ${queue}`);
      const source = sourceOf(deadLetters.arn);
      if (!source) throw new Refusal(409, 'These came from no queue: there is none to move them to');
      return { moved: redrive(queues, queue, source.name) };
    }),
  };
}

function deadLetterQueues({ queues, functions, schedules, rules }: EmbeddedCloud['estate']) {
  const arns = new Set([
    ...queues.map(({ redrive }) => redrive?.deadLetterArn),
    ...functions.map(({ onFailureArn }) => onFailureArn),
    ...schedules.map(({ deadLetterArn }) => deadLetterArn),
    ...rules.flatMap(({ targets }) => targets.map(({ deadLetterArn }) => deadLetterArn)),
  ]);
  return queues.filter(({ arn }) => arns.has(arn));
}

function watches({ metric, dimensions }: Alarm, queueName: string): boolean {
  return metric === 'ApproximateNumberOfMessagesVisible' && dimensions.QueueName === queueName;
}

function redrive(queues: EmbeddedCloud['queues'], from: string, to: string): number {
  let moved = 0;
  for (let batch = queues.take(from, 10); batch.length > 0; batch = queues.take(from, 10)) {
    for (const { body, receiptHandle, messageAttributes, attributes } of batch) {
      const groupId = attributes.MessageGroupId;
      // The id it had may still be remembered by the queue it returns to, which would drop it as a repeat.
      const fifo = groupId === undefined ? {} : { groupId, deduplicationId: randomUUID() };
      queues.send(to, { body, attributes: messageAttributes, ...fifo });
      queues.delete(from, receiptHandle);
      moved += 1;
    }
  }
  return moved;
}
