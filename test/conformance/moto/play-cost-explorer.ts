import assert from 'node:assert/strict';
import { costExplorerClient } from '#lambdas/cost-reports/cost-explorer/cost-explorer-client.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { recordRequests } from '#test/conformance/moto/moto-recording.ts';
import { faultsOf } from '#test/conformance/moto/play-questions.ts';
import type { Tally } from '#test/conformance/tally.ts';
import { aSource, linesOf } from '#test/cost-reports/cost-explorer/a-source.ts';
import { aUsageAnswer } from '#test/cost-reports/cost-explorer/a-usage-answer.ts';
import { aUsageQuery } from '#test/cost-reports/cost-explorer/a-usage-query.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

const TARGET = 'AWSInsightsIndexService.GetCostAndUsage';
const PAYER = '999900001111';
const readerRole = { arn: `arn:aws:iam::${PAYER}:role/reeve-cost-reader`, externalId: 'reeve/ReeveHub' };
const query = aUsageQuery({
  groupBy: [
    { type: 'DIMENSION', key: 'LINKED_ACCOUNT' },
    { type: 'TAG', key: 'team' },
  ],
});

/** Two pages: a credit, an amount that floats lose, a name on the page after its account, a tag with `$`. */
const PAGES = [
  {
    ...aUsageAnswer([{ start: '2026-09-01', groups: [[['000000000012', 'team$'], '-33.86']] }]),
    NextPageToken: 'to the second page',
  },
  aUsageAnswer(
    [
      { start: '2026-09-01', groups: [[['000000000012', 'team$a$b'], '-0.0000000289']] },
      { start: '2026-10-01', groups: [[['000000000012', 'team$'], '394.4073315358']], estimated: true },
    ],
    { '000000000012': 'payments-prod' },
  ),
];
const LINES = [
  ['2026-09-01', '000000000012', '', 'payments-prod', '-33.86', false],
  ['2026-09-01', '000000000012', 'a$b', 'payments-prod', '-0.0000000289', false],
  ['2026-10-01', '000000000012', '', 'payments-prod', '394.4073315358', true],
];

/** Our client on the wire: as the role of the payer it asks moto for two pages, and reads what moto was given. */
export async function playCostExplorer(url: string, programs: string, tally: Tally): Promise<void> {
  await fetch(`${url}/moto-api/static/ce/cost-and-usage-results`, {
    method: 'POST',
    body: JSON.stringify({ account_id: PAYER, results: PAGES }),
  });
  const { source, counter } = aSource({ ask: costExplorerClient({ readerRole }), store: memoryStore() });
  const requests = await recordRequests(url, 'AWSInsightsIndexService', async () => {
    assert.partialDeepStrictEqual(await source.fetch(query), { state: 'complete', pages: 2, notes: [] });
  });
  const read = (await linesOf(source, query)).map(({ start, keys, keyNames, amounts, estimated }) => [
    start,
    ...keys,
    keyNames[0],
    formatDecimal(amounts.net_unblended),
    estimated,
  ]);
  assert.deepEqual(read, LINES);
  assert.equal((await counter.spent()).run, 2);
  tally.passed('moto: the client asks as the role of the payer, and reads two pages to the last digit');

  const [first, second, ...others] = requests;
  assert.deepEqual([first?.target, second?.target, others], [TARGET, TARGET, []]);
  assert.deepEqual(second?.body, { ...first?.body, NextPageToken: 'to the second page' });
  assert.equal(first?.body['BillingViewArn'], `arn:aws:billing::${PAYER}:billingview/primary`);
  const inputs = requests.map(({ body }) => ({ operation: 'GetCostAndUsage', input: body }));
  assert.deepEqual(await faultsOf(programs, inputs), []);
  tally.passed("moto: what came over the wire is right by botocore's model, the second page asks the same");
}
