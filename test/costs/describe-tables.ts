import type { TableSchema } from '#lambdas/contracts/report.ts';
import { glueTableName } from '#lambdas/contracts/report-keys.ts';

/** What is said above the tables of costs. */
export const OF_COSTS = `# Tables of cost reports

Written by a test from the tables themselves: \`npm test -- test/costs -u\`. The names are those of files, of
\`reeve cost pull --report …\`, and with \`_\` for \`-\` those of tables in Athena.

Amounts are exact decimals with up to ten places: text in JSON, NDJSON and Athena (cast them), numbers in CSV, decimals
in Parquet. Days are of UTC. \`period_end\` is the day after the last. Measures of \`total\`: \`net\` is \`gross\` with
\`credits\` and \`refunds\`, which are negative; \`gross\` is the sum of \`usage\`, \`commitment_fees\`, \`upfront_fees\`,
\`negation\` (what Savings Plans cover, taken off again), \`discounts\`, \`tax\`, \`support\` and \`other\`.
`;

/** What is said above the tables of tags. */
export const OF_TAGS = `# Tables of required tags

Written by a test from the tables themselves: \`npm test -- test/tags -u\`. The names are those of files (\`exports/<name>/\`
in the report bucket), and with \`_\` for \`-\` those of tables in Athena. \`reeve tags report\` sums the first, and lists
the second with \`--violations\`. The sweep writes them at 04:50 UTC.
`;

/** All tables with their columns, as a page for people. */
export function describeTables(introduction: string, tables: TableSchema[]): string {
  return [introduction, ...tables.map(describeTable)].join('\n');
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
