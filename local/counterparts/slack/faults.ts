import type { Clock } from '#local/clock.ts';
import type { InternetAnswer } from '../internet-request.ts';

export type SlackFault = 'rate_limited' | 'server_error' | 'timeout' | 'ok_false';

const SILENCE_MILLISECONDS = 60_000;

/** Faults that a test asked for, by channel: each is served once, in the order they were asked for. */
export function createFaults(clock: Clock) {
  const pending = new Map<string, SlackFault[]>();

  return {
    failNext: (channelId: string, fault: SlackFault, times = 1): void => {
      pending.set(channelId, [...(pending.get(channelId) ?? []), ...Array<SlackFault>(times).fill(fault)]);
    },

    next: async (channelId: string): Promise<InternetAnswer | undefined> => {
      const fault = pending.get(channelId)?.shift();
      switch (fault) {
        case 'rate_limited':
          return rateLimited(2);
        case 'ok_false':
          return jsonAnswer({ ok: false, error: 'internal_error' });
        case 'server_error':
          return { status: 500, headers: { 'content-type': 'text/html' }, body: 'Internal Server Error' };
        case 'timeout':
          await new Promise<void>((resolve) => clock.timer(clock.now() + SILENCE_MILLISECONDS, resolve));
          return { status: 504, headers: {}, body: '' };
        default:
          return undefined;
      }
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;

export function rateLimited(seconds: number, body: object = { ok: false, error: 'ratelimited' }) {
  const answer = jsonAnswer(body);
  return { ...answer, status: 429, headers: { ...answer.headers, 'retry-after': String(seconds) } };
}

export function jsonAnswer(body: object): InternetAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}
