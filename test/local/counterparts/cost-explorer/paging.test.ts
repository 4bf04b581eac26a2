import { GetCostAndUsageCommand, type GetCostAndUsageCommandInput } from '@aws-sdk/client-cost-explorer';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { manyAccounts } from '#local/counterparts/cost-explorer/seeded/many-accounts.ts';
import { seededLedger } from '#local/counterparts/cost-explorer/seeded/seeded-ledger.ts';
import { allPages, amountsOf, aQuestion, by, period } from './a-question.ts';
import { type ServedCosts, serveCostExplorer } from './serve-cost-explorer.ts';

const QUESTION = aQuestion({
  TimePeriod: period('2026-10-01', '2026-10-11'),
  GroupBy: by('LINKED_ACCOUNT', 'SERVICE'),
});

let served: ServedCosts;
beforeEach(async () => {
  served = await serveCostExplorer({ ledger: seededLedger({ seed: 'pages', accounts: manyAccounts(5) }) });
});
afterEach(() => served.close());

const ask = (token: string | undefined, question: GetCostAndUsageCommandInput = QUESTION) =>
  served.client().send(new GetCostAndUsageCommand({ ...question, NextPageToken: token }));

test('All pages together are the answer in one, whatever their size', async () => {
  const whole = await amountsOf(served.client(), QUESTION);
  expect(served.billed).toEqual({ GetCostAndUsage: 1 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 5, max: 400 }), async (pageSize) => {
      served.switches.pageSize = pageSize;
      expect(await amountsOf(served.client(), QUESTION)).toEqual(whole);
    }),
    { numRuns: 12 },
  );
});

test('Every page is a request that is billed, and names the accounts of its own groups', async () => {
  served.switches.pageSize = 100;
  const pages = await allPages(served.client(), QUESTION);
  expect(pages.length).toBeGreaterThan(2);
  expect(served.billed).toEqual({ GetCostAndUsage: pages.length });
  for (const { ResultsByTime = [], DimensionValueAttributes = [] } of pages) {
    const groups = ResultsByTime.flatMap(({ Groups = [] }) => Groups);
    expect(groups).toHaveLength(pages.at(-1)?.ResultsByTime === ResultsByTime ? groups.length : 100);
    const told = new Set(DimensionValueAttributes.map(({ Value }) => Value));
    expect(told).toEqual(new Set(groups.map(({ Keys }) => Keys?.[0])));
  }
});

test('A token is good for the question that it was given for, as often as it is sent', async () => {
  served.switches.pageSize = 100;
  const { NextPageToken: token } = await ask(undefined);
  const [once, again] = [await ask(token), await ask(token)];
  expect(again.ResultsByTime).toEqual(once.ResultsByTime);
  const changed: Partial<GetCostAndUsageCommandInput>[] = [
    { Metrics: ['AmortizedCost'] },
    { GroupBy: by('LINKED_ACCOUNT') },
    { GroupBy: undefined },
    { Filter: { Dimensions: { Key: 'RECORD_TYPE', Values: ['Usage'] } } },
    { TimePeriod: period('2026-10-01', '2026-10-10') },
  ];
  for (const change of changed) {
    await expect(ask(token, { ...QUESTION, ...change })).rejects.toMatchObject({
      name: 'RequestChangedException',
    });
  }
  expect(served.billed).toEqual({ GetCostAndUsage: 3 });
});

test('A token that was made up or has expired is refused', async () => {
  served.switches.pageSize = 100;
  const { NextPageToken: token = '' } = await ask(undefined);
  for (const bad of ['made up', `${token}x`, token.replace(/^./, 'X')]) {
    await expect(ask(bad)).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
  }
  served.faults.expireTokens();
  await expect(ask(token)).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
  expect((await ask(undefined)).NextPageToken).not.toBe(token);
});

test('More than 400 buckets are kept (fakecloud#2138)', async () => {
  const question = aQuestion({ TimePeriod: period('2025-10-01', '2026-11-22') });
  expect(Object.keys(await amountsOf(served.client(), question))).toHaveLength(417);
  served.switches.pageSize = 100;
  expect(await allPages(served.client(), question)).toHaveLength(5);
});

test('10,000 accounts come in pages as well, and are summed up once', async () => {
  await served.close();
  const ledger = seededLedger({ seed: 'many', accounts: manyAccounts(10_000) });
  served = await serveCostExplorer({ ledger, switches: { pageSize: 2000 } });
  const question = aQuestion({
    TimePeriod: period('2026-10-01', '2026-11-01'),
    Granularity: 'MONTHLY',
    GroupBy: by('LINKED_ACCOUNT'),
  });
  const pages = await allPages(served.client(), question);
  const accounts = pages.flatMap(({ ResultsByTime }) =>
    ResultsByTime?.flatMap(({ Groups = [] }) => Groups.map(({ Keys }) => Keys?.[0])),
  );
  expect(new Set(accounts).size).toBe(accounts.length);
  expect(accounts.length).toBeGreaterThan(9000);
  expect(pages).toHaveLength(5);
});
