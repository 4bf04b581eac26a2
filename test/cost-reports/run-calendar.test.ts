import { afterEach, expect, test } from 'vitest';
import { COST_REPORTS } from '#lambdas/contracts/cost-tables.ts';
import { addDays, addMonths, lastMonths, monthOf } from '#lambdas/cost-reports/periods.ts';
import { ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { aCostWorld, type CostWorld } from '#test/cost-reports/a-cost-world.ts';
import { aLineItem } from '#test/local/counterparts/cost-explorer/a-line-item.ts';

let world: CostWorld;
afterEach(() => world.close());

/** Days on which dates went wrong elsewhere, and a month of each year. */
const DAYS = [
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2024-12-31',
  '2025-02-28',
  '2025-03-01',
  '2025-03-02',
  '2025-03-31',
  '2025-12-31',
  '2026-01-01',
  '2026-01-02',
  '2026-11-14',
  '2026-11-15',
  '2026-11-29',
  '2026-11-30',
  '2026-12-01',
  '2026-12-22',
  '2027-02-28',
  '2027-12-30',
  '2027-12-31',
];

/** A dollar of storage on some days of each month. */
const everyDay = () =>
  ledgerOf(
    lastMonths('2027-12-31', 12 * 7).flatMap((month) =>
      [1, 10, 20, 28].map((day) => aLineItem({ day: `${month}-${String(day).padStart(2, '0')}` })),
    ),
  );

test('on the odd days of four years no run is refused anything, and the next one goes on from it (zoph-io/instance-watcher#16, #18, #21)', async () => {
  world = await aCostWorld({
    ledger: everyDay(),
    settings: {
      reports: [...COST_REPORTS],
      tags: ['team'],
      parquet: false,
      caps: { run: 999, month: 99_999 },
    },
  });
  const refused: unknown[] = [];
  for (const today of DAYS) {
    for (const set of ['daily', 'monthly'] as const) {
      await world.run(set, today);
      const notes = world.pages.at(-1)?.provenance.notes ?? [];
      const surprises = notes.filter(
        (note) => note.includes('is missing') && !/AWS says: .*(Savings|Data is not available)/i.test(note),
      );
      if (surprises.length > 0) refused.push([today, set, surprises]);
    }
    const yesterday = addDays(today, -1);
    const lastMonth = addMonths(monthOf(today), -1);
    if ((await world.rows('total-monthly', lastMonth)).length === 0) refused.push([today, 'no last month']);
    if (world.observed.at(-1)?.key !== `cost/${today}`)
      refused.push([today, 'no digest', world.observed.at(-1)]);
    if ((await world.rows('services-daily', monthOf(yesterday))).length === 0)
      refused.push([today, 'no days']);
  }
  expect(refused).toEqual([]);
});
