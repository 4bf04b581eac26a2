import { expect, test } from 'vitest';
import type { ReadCase } from '#lambdas/support-cases/read/case-api.ts';
import { readMessages } from '#lambdas/support-cases/sync/read-messages.ts';
import { answerCase, resolveCase } from '#local/counterparts/organization/change-cases.ts';
import { aSweptWorld } from '#test/support-cases/a-swept-world.ts';

const MONTH_HOURS = 24 * 31;

async function aReadCase(subject: string, body: string) {
  const swept = aSweptWorld();
  await swept.sweep();
  const { opened } = swept.open(subject);
  const [first] = opened.communications;
  if (!first) throw new Error('A case begins with a message');
  first.body = body;
  await swept.sweep(0.2);
  const holding = (word: string) =>
    [...swept.memory.objects].filter(([, { json }]) => json.includes(word)).map(([key]) => key);
  return { ...swept, opened, first, holding };
}

test('what AWS takes out a moment later is gone from both stores with the next reading', async () => {
  const { sweep, first, holding } = await aReadCase('A', 'The word is konpeito');
  expect(holding('konpeito')).toHaveLength(2);
  first.body = 'The word is [REDACTED_BY_AWS]';
  await sweep(0.2);

  expect(holding('konpeito')).toEqual([]);
  expect(holding('REDACTED_BY_AWS')).toHaveLength(2);
});

test('a case that is withheld a moment later leaves no redacted text', async () => {
  const { sweep, opened, holding } = await aReadCase('About konpeito', 'konpeito');
  opened.serviceCode = 'billing';
  await sweep(0.2);

  expect(holding('konpeito').every((key) => key.startsWith('raw/'))).toBe(true);
});

test('however fast the news come, there are two objects of a case', async () => {
  const { sweep, opened, clock, memory } = await aReadCase('A', 'One');
  for (let hour = 0; hour < 4; hour += 1) {
    answerCase(opened, { body: `Answer ${hour}` }, clock.now);
    await sweep(0.2);
  }
  resolveCase(opened, clock.now);
  await sweep(0.2);

  expect(memory.objects.size).toBe(2);
});

test('a run that is killed before it deletes leaves that to the next reading of the case', async () => {
  const { sweep, ports, first, holding } = await aReadCase('A', 'konpeito');
  first.body = '[REDACTED_BY_AWS]';
  const { deleteThread } = ports.stores;
  ports.stores.deleteThread = () => Promise.reject(new Error('Killed'));
  await expect(sweep(0.2)).rejects.toThrow('Some of the sweep');
  expect(holding('konpeito')).toHaveLength(2);
  ports.stores.deleteThread = deleteThread;
  await sweep(0.2);

  expect(holding('konpeito')).toEqual([]);
});

test.each(['raw', 'redacted'] as const)(
  'a thread that is lost in the %s store comes back within a month',
  async (store) => {
    const { sweep, memory, rowOf, opened } = await aReadCase('A', 'One');
    const keyOf = () => rowOf(opened.displayId)?.thread[store] ?? '';
    memory.objects.delete(keyOf());
    await sweep(MONTH_HOURS);

    expect(memory.objects.get(keyOf())?.json).toContain('"body":"One"');
  },
);

test('objects that no row names are gone within a month, but not those of the last hour', async () => {
  const { sweep, memory, rowOf, opened, clock } = await aReadCase('A', 'One');
  const prefix = (rowOf(opened.displayId)?.thread.raw ?? '').replace(/[^/]+$/, '');
  memory.objects.set(`${prefix}orphan.json`, { json: '{}', at: clock.now });
  memory.objects.set(`${prefix}young.json`, { json: '{}', at: clock.now + MONTH_HOURS * 3_600_000 - 60_000 });
  await sweep(MONTH_HOURS);

  expect([...memory.objects.keys()].filter((key) => /(?:orphan|young)/.test(key))).toEqual([
    `${prefix}young.json`,
  ]);
});

test('of a case whose messages AWS has forgotten, those that it shows are kept all', async () => {
  const messages = [5, 4, 3, 2, 1].map((day) => ({
    at: `2026-01-0${day}T00:00:00.000Z`,
    submittedBy: 'x',
    body: String(day),
    attachments: [],
  }));
  const api = {
    // oxlint-disable-next-line require-yield -- AWS fails before the first page.
    messages: async function* () {
      throw Object.assign(new Error('x'), { name: 'CaseIdNotFound' });
    },
  };
  const found = { recent: { messages, hasMore: true }, caseId: 'c' } as unknown as ReadCase;
  const read = await readMessages(api, found, () => false, true);

  expect(read.map(({ body }) => body)).toEqual(['5', '4', '3', '2', '1']);
});
