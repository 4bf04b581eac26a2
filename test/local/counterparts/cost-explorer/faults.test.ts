import { GetCostAndUsageCommand, GetTagsCommand } from '@aws-sdk/client-cost-explorer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FaultKind } from '#local/counterparts/cost-explorer/faults.ts';
import { ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { aLineItem } from './a-line-item.ts';
import { aQuestion, by, period } from './a-question.ts';
import { type ServedCosts, serveCostExplorer } from './serve-cost-explorer.ts';

const ACCOUNTS = ['000000000001', '000000000002', '000000000003'];

let served: ServedCosts;
beforeEach(async () => {
  served = await serveCostExplorer({
    ledger: ledgerOf(ACCOUNTS.map((account) => aLineItem({ account }))),
    switches: { pageSize: 1 },
  });
});
afterEach(() => served.close());

const QUESTION = aQuestion({ TimePeriod: period('2026-10-05', '2026-10-06'), GroupBy: by('LINKED_ACCOUNT') });
const ask = (NextPageToken?: string, client = served.client()) =>
  client.send(new GetCostAndUsageCommand({ ...QUESTION, NextPageToken }));

test.each<[FaultKind, string]>([
  ['limit-exceeded', 'LimitExceededException'],
  ['throttled', 'ThrottlingException'],
  ['server-error', 'InternalServerException'],
  ['data-unavailable', 'DataUnavailableException'],
  ['access-denied', 'AccessDeniedException'],
  ['bill-expired', 'BillExpirationException'],
  ['billing-view', 'BillingViewHealthStatusException'],
  ['bad-token', 'InvalidNextTokenException'],
])('A call meets %s at its turn, once, and is not billed for it', async (kind, name) => {
  served.faults.failCall(2, kind);
  await ask();
  await expect(ask()).rejects.toMatchObject({ name });
  await ask();
  expect(served.billed).toEqual({ GetCostAndUsage: 2 });
});

test('An operation may fail alone, and until it is mended', async () => {
  served.faults.failFrom(3, 'throttled', 'GetCostAndUsage');
  await served.client().send(new GetTagsCommand({ TimePeriod: QUESTION.TimePeriod }));
  await ask();
  await ask();
  for (let times = 0; times < 3; times += 1) await expect(ask()).rejects.toThrow('Rate exceeded');
  served.faults.clear();
  await ask();
  expect(served.billed).toEqual({ GetTags: 1, GetCostAndUsage: 3 });
});

test('The SDK itself tries again what was throttled, and each answer that was lost was paid', async () => {
  const patient = served.client({ maxAttempts: 4 });
  served.faults.failCall(1, 'limit-exceeded');
  served.faults.failCall(2, 'lost-answer');
  expect((await ask(undefined, patient)).ResultsByTime).toHaveLength(1);
  expect(served.calls.map(({ status }) => status)).toEqual([400, 200, 200]);
  expect(served.billed).toEqual({ GetCostAndUsage: 2 });
});

test('A page may name itself as the next (cloudquery#18539)', async () => {
  served.faults.failCall(2, 'repeated-token');
  const first = await ask();
  const second = await ask(first.NextPageToken);
  expect(second.NextPageToken).toBe(first.NextPageToken);
});
