import { expect, test } from 'vitest';
import { allCostTables, COST_REPORTS, GROUPED_REPORTS } from '#lambdas/contracts/cost-tables.ts';
import { describeTables, OF_COSTS } from '#test/costs/describe-tables.ts';

const tables = allCostTables();

test('the page of all tables is what they are', async () => {
  await expect(describeTables(OF_COSTS, tables)).toMatchFileSnapshot('../../docs/cost-tables.md');
});

test('every report is a table: those of costs by day and by month', () => {
  const names = tables.map(({ name }) => name.replace(/-(?:daily|monthly)$/, ''));

  expect(new Set(names)).toEqual(new Set(COST_REPORTS));
  expect(names).toHaveLength(COST_REPORTS.length + GROUPED_REPORTS.length);
});

test('every table has its period, and says when AWS was asked', () => {
  for (const { columns } of tables) {
    expect(columns.slice(0, 2).map(({ name }) => name)).toEqual(['period_start', 'period_end']);
    expect(columns.at(-1)?.name).toBe('fetched_at');
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  }
});

test('no column is a word that Athena reserves, and every name fits all formats', () => {
  const reserved = ['from', 'to', 'select', 'table', 'values', 'date', 'user', 'order', 'group', 'by'];
  for (const { name } of tables.flatMap(({ columns }) => columns)) {
    expect(name).toMatch(/^[a-z][a-z_]*$/);
    expect(reserved).not.toContain(name);
  }
});
