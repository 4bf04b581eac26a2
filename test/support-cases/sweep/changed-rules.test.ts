import { expect, test } from 'vitest';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import type { SupportPorts } from '#lambdas/support-cases/support-ports.ts';
import { sweepAll } from '#lambdas/support-cases/sweep/sweep-all.ts';
import { openCase } from '#local/counterparts/organization/change-cases.ts';
import { aCaseWorld } from '#test/support-cases/a-case-world.ts';
import { memoryPorts } from '#test/support-cases/memory-ports.ts';

const SHOP = '111122223333';
const START = Date.parse('2026-11-01T00:00:00.000Z');
const HOUR_MS = 3_600_000;

/** A case that was read, and is swept again under other settings, or from another place. */
async function sweptUnder(change: (ports: SupportPorts) => void) {
  const world = aCaseWorld();
  let now = START;
  const { ports, memory } = memoryPorts({ world, accounts: [SHOP], now: () => new Date(now) });
  openCase(world, { account: SHOP, subject: 'It fails', body: 'At 10.1.2.3 it fails' }, now - HOUR_MS);
  await sweepAll(ports);
  const before = memory.commits.length;
  change(ports);
  now += HOUR_MS;
  await sweepAll(ports);
  const writes = memory.commits.length - before;
  now += HOUR_MS;
  await sweepAll(ports);
  const [row] = memory.cases.values();
  const redacted = [...memory.objects].filter(([key]) => key.startsWith('redacted/'));
  const threads = redacted.map(([, { json }]) => JSON.parse(json) as CaseThread);
  return { row, threads, writes, again: memory.commits.length - before - writes, told: memory.observations };
}

test('a setting that withholds an account holds from the next sweep on, and what lay there is gone', async () => {
  const { row, threads, writes, again, told } = await sweptUnder(({ settings }) => {
    settings.withhold = { ...settings.withhold, accounts: [SHOP] };
  });

  expect(row).toMatchObject({ subject: '', withheld: 'account' });
  expect(threads.map(({ messages }) => messages.map(({ body }) => body))).toEqual([['']]);
  expect([writes, again]).toEqual([2, 0]);
  expect(told.every(({ key }) => key.startsWith('support-cases/first-look/'))).toBe(true);
});

test('an account that is moved into a withheld unit is withheld', async () => {
  const { row } = await sweptUnder((ports) => {
    ports.settings.withhold = { ...ports.settings.withhold, ous: ['/secret'] };
    const { readAccounts } = ports;
    ports.readAccounts = async () => {
      const known = await readAccounts();
      return { ...known, asked: known.asked.map((account) => ({ ...account, ou: '/secret/lab' })) };
    };
  });

  expect(row?.withheld).toBe('ou');
});

test('names of machines are taken out as soon as the settings say so', async () => {
  const { threads } = await sweptUnder(({ settings }) => void (settings.pseudonyms = true));

  expect(threads[0]?.messages[0]?.body).toBe('At [IP 1] it fails');
});

test('where nothing has changed nothing is written', async () => {
  const { writes, again } = await sweptUnder(() => {});

  expect([writes, again]).toEqual([0, 0]);
});
