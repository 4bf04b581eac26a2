import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { PAYMENTS_PROD } from '#local/replay-events/health-event.ts';
import { Refusal } from './refusal.ts';

const text = z.string('must be a text');
const name = text.check(z.minLength(1, 'must not be empty'));

const Pasted = z.object(
  {
    source: name,
    'detail-type': name,
    detail: z.record(z.string(), z.unknown(), 'must be an object'),
    version: z.optional(text),
    id: z.optional(text),
    account: z.optional(text),
    time: z.optional(text),
    region: z.optional(text),
    resources: z.optional(z.array(text, 'must be a list of texts')),
  },
  'must be an object',
);

/** An event that someone pasted. What EventBridge itself adds may be left out; all else stays as it is. */
export function readEvent(text: string, now: number): BusEvent {
  const result = Pasted.safeParse(parse(text));
  if (!result.success) {
    const problems = result.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'event'} ${message}`,
    );
    throw new Refusal(400, problems.join('\n'));
  }
  return {
    version: '0',
    id: randomUUID(),
    account: PAYMENTS_PROD,
    time: `${new Date(now).toISOString().slice(0, 19)}Z`,
    region: 'eu-central-1',
    resources: [],
    ...result.data,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(400, `Not JSON: ${(error as Error).message}`);
  }
}
