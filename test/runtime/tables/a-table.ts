import type { Cell, Provenance, Row, TableSchema } from '#lambdas/contracts/report.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';

/** A table with a column of each type. */
export const A_TABLE: TableSchema = {
  name: 'teams-monthly',
  title: 'Teams by month',
  about: 'Made for tests.',
  columns: [
    { name: 'day', type: 'date', about: 'A day.' },
    { name: 'account', type: 'code', about: 'Twelve digits.' },
    { name: 'team', type: 'text', about: 'Written by people.' },
    { name: 'amount', type: 'decimal', about: 'Exact.' },
    { name: 'level', type: 'integer', about: 'In percent.' },
    { name: 'estimated', type: 'boolean', about: 'It may change.' },
    { name: 'fetched_at', type: 'timestamp', about: 'A moment.' },
  ],
};

type Fields = {
  day: Cell;
  account: Cell;
  team: Cell;
  amount: string | null;
  level: Cell;
  estimated: Cell;
  fetched_at: Cell;
};

/** A row of it; amounts are said as text. */
export function aRow(fields: Partial<Fields> = {}): Row {
  const { amount, ...others }: Fields = {
    day: '2026-10-31',
    account: '000000000012',
    team: 'Payments',
    amount: '12.5',
    level: 80,
    estimated: false,
    fetched_at: '2026-11-22T09:00:00.000Z',
    ...fields,
  };
  const { day, account, team, level, estimated, fetched_at } = others;
  return [day, account, team, amount === null ? null : parseDecimal(amount), level, estimated, fetched_at];
}

export function aProvenance(fields: Partial<Provenance> = {}): Provenance {
  return {
    run: '2026-11-22T090000Z-monthly',
    fetchedAt: '2026-11-22T09:00:00.000Z',
    source: 'Cost Explorer',
    requests: 9,
    partial: true,
    notes: ['November 2026 is not over.'],
    ...fields,
  };
}
