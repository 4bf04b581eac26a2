import type { Column, ColumnType, Provenance, Row, TableSchema } from '#lambdas/contracts/report.ts';

const column = (name: string, type: ColumnType): Column => ({ name, type, about: '' });
const SCHEMA: TableSchema = {
  name: 'About',
  title: 'About',
  about: 'Where the tables of a workbook come from.',
  columns: [
    column('sheet', 'text'),
    column('title', 'text'),
    column('about', 'text'),
    column('source', 'text'),
    column('fetched_at', 'timestamp'),
    column('billed_requests', 'integer'),
    column('partial', 'boolean'),
    column('run', 'code'),
    column('notes', 'text'),
  ],
};
const REMARKS = [
  'Days and times are in UTC; a period ends on the day before period_end.',
  'A spreadsheet reckons with 15 digits. In CSV, JSON and Parquet amounts are exact to the tenth decimal.',
];

/** The first sheet of a workbook: each table with its provenance. */
export function aboutSheet(sheets: readonly { name: string; schema: TableSchema; provenance: Provenance }[]) {
  const rows: Row[] = sheets.map(({ name, schema, provenance }) => [
    name,
    schema.title,
    schema.about,
    provenance.source,
    provenance.fetchedAt,
    provenance.requests,
    provenance.partial,
    provenance.run,
    provenance.notes.join('\n'),
  ]);
  const remarks: Row[] = REMARKS.map((remark) =>
    SCHEMA.columns.map(({ name }) => (name === 'about' ? remark : null)),
  );
  return { schema: SCHEMA, rows: [[...rows, ...remarks]] };
}
