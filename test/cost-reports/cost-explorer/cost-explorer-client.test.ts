import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { costExplorerClient } from '#lambdas/cost-reports/cost-explorer/cost-explorer-client.ts';
import { questionsOf } from '#lambdas/cost-reports/cost-explorer/question.ts';
import { ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { aSource, linesOf } from '#test/cost-reports/cost-explorer/a-source.ts';
import { aUsageQuery } from '#test/cost-reports/cost-explorer/a-usage-query.ts';
import { aLineItem } from '#test/local/counterparts/cost-explorer/a-line-item.ts';
import {
  type ServedCosts,
  serveCostExplorer,
} from '#test/local/counterparts/cost-explorer/serve-cost-explorer.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

const services = ['Amazon EC2', 'Amazon RDS', 'Amazon S3'];
const query = aUsageQuery({ period: { start: '2026-10-01', end: '2026-11-01' } });
let served: ServedCosts;

beforeEach(async () => {
  const ledger = ledgerOf(services.map((service) => aLineItem({ service, unblended: '-0.0000000289' })));
  served = await serveCostExplorer({ ledger, switches: { pageSize: 1 } });
  vi.stubEnv('AWS_ENDPOINT_URL', served.url);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAREEVE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await served.close();
});

const opened = (given: { caps?: { run: number; month: number } } = {}) =>
  aSource({ ask: costExplorerClient({}), store: memoryStore(), ...given });
const billed = () => served.billed['GetCostAndUsage'] ?? 0;

test('all pages of an answer are read, each billed and counted once', async () => {
  const { source, counter } = opened();

  expect(await source.fetch(query)).toMatchObject({ state: 'complete', pages: 3, notes: [] });
  expect((await linesOf(source, query)).map(({ keys, amounts }) => [keys[0], amounts.unblended])).toEqual(
    services.map((service) => [service, -289n]),
  );
  expect([billed(), (await counter.spent()).run]).toEqual([3, 3]);
});

test('an answer is stored without what only the client says of it', async () => {
  const [question] = questionsOf(query);
  const { answer } = await costExplorerClient({})('GetCostAndUsage', question.input, async () => {});

  expect(answer).not.toHaveProperty('$metadata');
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
});

test('the last day of a month is in it, and the first of the next is not (aws-finops-dashboard#47)', async () => {
  served.ledger.add([
    aLineItem({ day: '2026-10-31', service: 'Last day' }),
    aLineItem({ day: '2026-11-01', service: 'Next month' }),
  ]);
  const { source } = opened();
  await source.fetch(query);

  expect((await linesOf(source, query)).map(({ keys }) => keys[0])).toEqual([...services, 'Last day']);
});

describe('an attempt that fails', () => {
  test.each(['limit-exceeded', 'throttled'] as const)('as %s is repeated and costs nothing', async (kind) => {
    served.faults.failCall(2, kind);
    const { source, counter } = opened();

    expect(await source.fetch(query)).toMatchObject({ state: 'complete' });
    expect([billed(), (await counter.spent()).run]).toEqual([3, 3]);
  });

  test.each(['server-error', 'lost-answer'] as const)('as %s is repeated and counts', async (kind) => {
    served.faults.failCall(2, kind);
    const { source, counter } = opened();

    expect(await source.fetch(query)).toMatchObject({ state: 'complete' });
    expect((await counter.spent()).run).toBe(4);
    expect(billed()).toBe(kind === 'lost-answer' ? 4 : 3);
  });

  test('twice is left to a later attempt at the run: an outage is not counted up to the cap', async () => {
    served.faults.failFrom(1, 'server-error');
    const { source, counter } = opened();

    await expect(source.fetch(query)).rejects.toThrow('did not answer');
    expect([served.calls.length, (await counter.spent()).run]).toEqual([2, 2]);
  });

  test('is not repeated past a cap', async () => {
    served.faults.failCall(1, 'lost-answer');
    const { source, counter } = opened({ caps: { run: 1, month: 10 } });

    expect(await source.fetch(query)).toMatchObject({ state: 'refused', reason: 'cap' });
    expect([served.calls.length, billed(), (await counter.spent()).run]).toEqual([1, 1, 1]);
  });
});

describe('what AWS refuses', () => {
  test.each([
    { kind: 'access-denied', reason: 'access' },
    { kind: 'data-unavailable', reason: 'unavailable' },
    { kind: 'bill-expired', reason: 'unavailable' },
    { kind: 'billing-view', reason: 'unavailable' },
  ] as const)('as $kind is $reason, is no amount, and costs nothing', async ({ kind, reason }) => {
    served.faults.failFrom(1, kind);
    const { source, counter } = opened();

    expect(await source.fetch(query)).toMatchObject({ state: 'refused', reason });
    expect((await counter.spent()).run).toBe(0);
  });

  test.each([
    { period: { start: '2026-10-01', end: '2026-10-01' }, says: 'should be before end date' },
    { period: { start: '2026-10-01', end: '2027-01-01' }, says: 'end date past the beginning of next month' },
  ])('for its dates is told in its own words: $says (aws-sdk-js#2732)', async ({ period, says }) => {
    const { source } = opened();

    expect(await source.fetch(aUsageQuery({ period }))).toMatchObject({
      reason: 'invalid',
      message: expect.stringContaining(says) as string,
    });
  });

  test('when Cost Explorer is off, is told apart from a missing permission', async () => {
    served.switches.enabled = false;
    const { source } = opened();

    expect(await source.fetch(query)).toMatchObject({
      reason: 'access',
      message: expect.stringContaining('Cost Explorer is off') as string,
    });
  });

  test.each(['refused', 'absent'] as const)(
    'net metrics that are %s leave the others whole',
    async (netMetrics) => {
      served.switches.netMetrics = netMetrics;
      const { source } = opened();

      expect(await source.fetch(query)).toMatchObject({
        state: 'complete',
        notes: [expect.stringContaining('no net amounts')],
      });
      expect((await linesOf(source, query)).map(({ amounts }) => amounts.net_amortized)).toEqual([
        -289n,
        -289n,
        -289n,
      ]);
    },
  );

  test('tokens that expire between two runs make the query begin anew', async () => {
    const store = memoryStore();
    let time = 2;
    const hasTime = () => time-- > 0;
    await expect(
      aSource({ ask: costExplorerClient({}), store, hasTime }).source.fetch(query),
    ).rejects.toThrow('time');
    served.faults.expireTokens();
    const { source } = aSource({ ask: costExplorerClient({}), store });

    expect(await source.fetch(query)).toMatchObject({ pages: 3, notes: [expect.stringContaining('anew')] });
    expect(await linesOf(source, query)).toHaveLength(3);
  });

  test('a repeated token ends the query (cloudquery#18539)', async () => {
    served.faults.failFrom(1, 'repeated-token');
    const { source } = opened();

    expect(await source.fetch(query)).toMatchObject({ state: 'refused', reason: 'unavailable' });
    expect(billed()).toBe(2);
  });
});
