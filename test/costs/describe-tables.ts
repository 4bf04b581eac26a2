import type { TableSchema } from '#lambdas/contracts/report.ts';
import { glueTableName } from '#lambdas/contracts/report-keys.ts';

const INTRODUCTION = `# Tables of cost reports

Written by a test from the tables themselves: \`npm test -- test/costs -u\`. The names are those of files, of
\`reeve cost pull --report …\`, and with \`_\` for \`-\` those of tables in Athena.

Amounts are exact decimals with up to ten places: text in JSON, NDJSON and Athena (cast them), numbers in CSV, decimals
in Parquet. Days are of UTC. \`period_end\` is the day after the last. Measures of \`total\`: \`net\` is \`gross\` with
\`credits\` and \`refunds\`, which are negative; \`gross\` is the sum of \`usage\`, \`commitment_fees\`, \`upfront_fees\`,
\`negation\` (what Savings Plans cover, taken off again), \`discounts\`, \`tax\`, \`support\` and \`other\`.
`;

/** All tables with their columns, as a page for people. */
export function describeTables(tables: TableSchema[]): string {
  return [INTRODUCTION, ...tables.map(describeTable)].join('\n');
}

function describeTable(table: TableSchema): string {
  const rows = table.columns.map(({ name, type, about }) => `| \`${name}\` | ${type} | ${about} |`);
  return [
    `## ${table.name}`,
    '',
    `${table.title}. ${table.about} In Athena: \`${glueTableName(table)}\`.`,
    '',
    '| column | type | |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
