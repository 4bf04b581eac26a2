import { expect, test } from 'vitest';
import { handleMessage } from '#lambdas/case-trackers/handle-message.ts';
import { webhookTracker } from '#lambdas/case-trackers/webhook/webhook-tracker.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { aRow, aThread, aThreadMessage } from '../a-case.ts';
import { memoryPorts, nameOf } from '../memory-ports.ts';
import type { Call } from '../memory-tracker.ts';

const SECRET = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;

function aReceiver() {
  let now = Date.parse('2026-11-20T04:00:00.000Z');
  let loses = false;
  const events: { id: string; body: Record<string, unknown> }[] = [];
  const tracker = webhookTracker(JSON.stringify({ url: 'https://x.example/', secrets: [SECRET] }), {
    send: async ({ headers, body }) => {
      const isLost = loses;
      loses = false;
      events.push({ id: headers['webhook-id'] ?? '', body: JSON.parse(body) as Record<string, unknown> });
      return { status: isLost ? 502 : 204, headers: {}, body: '' };
    },
    now: () => new Date(now),
  });
  const crash = { at: 0, writes: 0 };
  const call: Call = async (name, work) => {
    if (name === 'writeLink') crash.writes += 1;
    if (name === 'writeLink' && crash.writes === crash.at) throw new RetryLaterError('Killed');
    return work();
  };
  const world = {
    cases: new Map<string, CaseRow>(),
    threads: new Map([['t', aThread([aThreadMessage('k0', 'One')])]]),
  };
  const bench = memoryPorts({
    world,
    tracker,
    call,
    now: () => new Date(now),
    settings: { name: 'ops', kind: 'webhook', secretName: '/s', text: 'full' },
  });
  let version = 0;
  return {
    events,
    crash,
    loseNext: () => {
      loses = true;
    },
    sweep: async (changes: Partial<CaseRow> = {}) => {
      version += 1;
      now += 200_000;
      const row = aRow({ ...changes, messages: 1, thread: { raw: '', redacted: 't' }, version });
      world.cases.set(nameOf(row), row);
      await handleMessage({ kind: 'sweep' }, bench.ports);
    },
  };
}

test('a receiver hears of a case that is withheld, is not any more, and is again, each time by ids of their own', async () => {
  const { events, sweep } = aReceiver();
  await sweep();
  await sweep({ withheld: 'security' });
  await sweep();
  await sweep({ withheld: 'security' });

  expect(events.map(({ body }) => [body['event'], body['withheld'] ?? false])).toEqual([
    ['case.opened', false],
    ['case.message', false],
    ['case.status', false],
    ['case.changed', true],
    ['case.message-withdrawn', false],
    ['case.changed', false],
    ['case.message', false],
    ['case.changed', true],
    ['case.message-withdrawn', false],
  ]);
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
});

test('a change whose delivery was lost is repeated by the same id', async () => {
  const { events, sweep, loseNext } = aReceiver();
  await sweep();
  loseNext();
  await sweep({ withheld: 'security' });
  await sweep({ withheld: 'security' });

  const changes = events.filter(({ body }) => body['event'] === 'case.changed');
  expect(changes).toHaveLength(2);
  expect(changes[0]?.id).toBe(changes[1]?.id);
});

test('wherever a run ends, a change has one id', async () => {
  for (let write = 1; write <= 8; write += 1) {
    const { events, sweep, crash } = aReceiver();
    await sweep();
    crash.at = crash.writes + write;
    await sweep({ withheld: 'security' });
    await sweep({ withheld: 'security' });

    const ids = events.filter(({ body }) => body['event'] === 'case.changed').map(({ id }) => id);
    expect(new Set(ids).size).toBe(1);
  }
});

test('what has not changed is not told again', async () => {
  const { events, sweep } = aReceiver();
  await sweep();
  await sweep();

  expect(events).toHaveLength(3);
});
