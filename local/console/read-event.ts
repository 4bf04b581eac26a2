import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { PAYMENTS_PROD } from '#local/replay-events/health-event.ts';
import { Refusal } from './refusal.ts';

const Pasted = z.object({
  source: z.string().check(z.minLength(1)),
  'detail-type': z.string().check(z.minLength(1)),
  detail: z.record(z.string(), z.unknown()),
  version: z.optional(z.string()),
  id: z.optional(z.string()),
  account: z.optional(z.string()),
  time: z.optional(z.string()),
  region: z.optional(z.string()),
  resources: z.optional(z.array(z.string())),
});

/** An event that someone pasted. What EventBridge itself adds may be left out; all else stays as it is. */
export function readEvent(text: string, now: number): BusEvent {
  const result = Pasted.safeParse(parse(text));
  if (!result.success) {
    const problems = result.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'event'}: ${message}`,
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
