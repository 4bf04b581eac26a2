import { type GroupedReport, groupedTable } from '#lambdas/contracts/cost-tables.ts';
import type { Row } from '#lambdas/contracts/report.ts';

const REPORT: GroupedReport = 'accounts-by-service';
const BASES = ['unblended', 'amortized', 'net_unblended', 'net_amortized'];
const BATCH = 2000;
const SERVICES = 200;
const TEAMS = ['Payments', 'Search, ranking', '"Größe"', 'Data platform', '=Sum of teams', 'Mobile'];

/** The widest report: accounts by service and day. */
export const MANY_ROWS_TABLE = groupedTable(REPORT, 'DAILY');

/** So many rows of it, made as they are read: a line for each account and service, on each basis. */
export function* manyRows(count: number): Generator<Row[]> {
  for (let from = 0; from < count; from += BATCH) {
    yield Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => rowAt(from + at));
  }
}

function rowAt(index: number): Row {
  const line = Math.floor(index / BASES.length);
  const account = Math.floor(line / SERVICES);
  const day = String(1 + (Math.floor(account / 1000) % 30)).padStart(2, '0');
  return [
    `2026-10-${day}`,
    `2026-10-${String(Number(day) + 1).padStart(2, '0')}`,
    'DAILY',
    String(account % 1000).padStart(12, '0'),
    `${TEAMS[account % TEAMS.length]} ${account % 1000}`,
    `Amazon Service ${line % SERVICES}`,
    BASES[index % BASES.length] ?? '',
    'USD',
    // No amount like another, a few of them negative, all with ten places.
    ((BigInt(index) * 6_700_417n * 97_847n) % 9_999_999_999_999n) - (index % 50 === 0 ? 10n ** 13n : 0n),
    false,
    '2026-11-22T09:00:00.000Z',
  ];
}
