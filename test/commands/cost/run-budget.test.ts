import { expect, test } from 'vitest';
import { describeMonth, monthOfSchedules } from '#bin/commands/cost/month-of-schedules.ts';
import { capWarning, priceWords, readKnown } from '#bin/commands/cost/run-budget.ts';
import { type RefusedQuery, toldSource } from '#bin/commands/cost/told-source.ts';
import type { CostSettings } from '#lambdas/contracts/settings.ts';
import type { CostQuery } from '#lambdas/cost-reports/cost-query.ts';
import type { CostSource, Fetched } from '#lambdas/cost-reports/cost-source.ts';
import type { RunPlan } from '#lambdas/cost-reports/plan/run-plan.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

const CAPS = { caps: { run: 60, month: 400 } } as CostSettings;
const aPlan = (expectedRequests: number) => ({ expectedRequests }) as RunPlan;
const knownWith = (spent: number) => ({ state: { months: {}, pages: {} }, spent });

test.each([
  [0, '0 requests, $0.00'],
  [1, '1 request, $0.01'],
  [102, '102 requests, $1.02'],
  [5000, '5,000 requests, $50.00'],
])('%i are %s', (requests, words) => {
  expect(priceWords(requests)).toBe(words);
});

test.each([
  [60, 340, undefined],
  [61, 0, 'It would stop at 60: raise costs.caps.run'],
  [10, 391, 'It would stop at 9, since 391 of the 400 of this month are spent: raise costs.caps.month'],
  [1, 450, 'It would stop at 0, since 450 of the 400'],
])('a run of %i with %i spent: %s (steampipe-mod-aws-thrifty#74)', (requests, spent, warning) => {
  const said = capWarning(aPlan(requests), CAPS, knownWith(spent));

  expect(warning ? said?.startsWith(warning) : said === undefined).toBe(true);
});

test('the month of a daily and a monthly run is as the documentation says', () => {
  const month = monthOfSchedules(aPlan(3), aPlan(12), false);

  expect(month).toEqual({ daily: 3, monthly: 12, requests: 102, dollars: '1.02' });
  expect(describeMonth(month, CAPS, knownWith(7))).toEqual([
    'A month of the schedules: 30 × 3 + 12 = 102 requests, $1.02.',
    'Caps: 60 requests a run, 400 a month, of which 7 are spent.',
  ]);
});

test('an export costs nothing', () => {
  const month = monthOfSchedules(aPlan(3), aPlan(12), true);
  const settings = { ...CAPS, focus: { bucket: 'exports', prefix: 'focus' } };

  expect(month.requests).toBe(0);
  expect(describeMonth(month, settings, knownWith(0))).toEqual([
    'A month of the schedules: 0 requests, $0.00.',
  ]);
});

test('of a store that no run has written to nothing is known', async () => {
  expect(await readKnown(memoryStore(), '2026-11-22T09:00:00Z')).toEqual(knownWith(0));
});

test('what is spent is that of the month of now, in UTC', async () => {
  const store = memoryStore();
  store.files.set('state/cost-reports/requests-2026-11.json', Buffer.from('{"total":42,"runs":{}}'));

  expect((await readKnown(store, '2026-11-30T23:59:59Z')).spent).toBe(42);
  expect((await readKnown(store, '2026-12-01T00:00:00Z')).spent).toBe(0);
});

test('each query is told when it is asked, and its end where there is something to say', async () => {
  const answers: Record<string, Fetched> = {
    'services-daily': { state: 'complete', fetchedAt: '', pages: 1, notes: [] },
    'accounts-daily': { state: 'complete', fetchedAt: '', pages: 12, notes: [] },
    forecast: { state: 'refused', reason: 'unavailable', message: 'AWS has no data for it.' },
  };
  const said: string[] = [];
  const source = { fetch: async ({ name }: CostQuery) => answers[name] } as unknown as CostSource;
  const refused: RefusedQuery[] = [];
  const told = toldSource(source, 2, {
    progress: (text) => said.push(text),
    onRefusal: (query) => refused.push(query),
  });
  for (const name of Object.keys(answers)) await told.fetch({ name } as CostQuery);

  expect(said).toEqual([
    '1 of 2  services-daily …',
    '2 of 2  accounts-daily …',
    '2 of 2  accounts-daily: 12 pages',
    '3 of 3  forecast …',
    '3 of 3  forecast: AWS has no data for it.',
  ]);
  expect(refused).toEqual([{ query: 'forecast', message: 'AWS has no data for it.' }]);
});
