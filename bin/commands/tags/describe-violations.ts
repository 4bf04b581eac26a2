import { textTable } from '#bin/commands/command-line/text-table.ts';
import type { Cell, Row } from '#lambdas/contracts/report.ts';
import { TAG_VIOLATIONS } from '#lambdas/contracts/tags/tag-tables.ts';
import { counted } from '#lambdas/tag-coverage/judge/percent-text.ts';

const HEADINGS = ['ACCOUNT', 'REGION', 'TYPE', 'RESOURCE', 'KEY', 'PROBLEM', 'OWNER'];
const LONGEST = 48;

/** The first violations, and how many there are besides. */
export function describeViolations(rows: readonly Row[], count: number): string[] {
  if (count === 0) return ['Nothing lacks a required tag.'];
  const more = count - rows.length;
  return [
    ...textTable([HEADINGS, ...rows.map(cellsOf)]),
    ...(more > 0 ? [`${counted(more, 'more row')}: take them all with --format csv.`] : []),
  ];
}

/** A row by the names of its columns. */
export function violationData(row: Row): Record<string, Cell> {
  return Object.fromEntries(TAG_VIOLATIONS.columns.map(({ name }, index) => [name, row[index] ?? null]));
}

function cellsOf(row: Row): string[] {
  const data = violationData(row);
  const text = (name: string) => String(data[name] ?? '');
  return [
    text('account_name') || text('account_id'),
    text('region'),
    text('resource_type'),
    text('resource_name') || text('resource_id'),
    text('tag_key'),
    problemOf(data),
    text('owner') || '-',
  ].map((cell) => (cell.length > LONGEST ? `${cell.slice(0, LONGEST - 1)}…` : cell));
}

function problemOf({ problem, found, near_miss: nearMiss }: Record<string, Cell>): string {
  if (problem === 'value') return `not allowed: ${String(found)}`;
  if (problem === 'blank') return 'blank';
  return nearMiss === null ? 'missing' : `missing, has ${String(nearMiss)}`;
}
