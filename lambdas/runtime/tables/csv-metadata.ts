import type { ColumnType, Provenance, TableSchema } from '#lambdas/contracts/report.ts';

/** Of XML Schema, as CSV on the Web names them. https://www.w3.org/TR/tabular-data-primer/#datatypes */
const DATATYPES: Record<ColumnType, unknown> = {
  text: 'string',
  code: 'string',
  date: { base: 'date', format: 'yyyy-MM-dd' },
  timestamp: 'dateTimeStamp',
  boolean: { base: 'boolean', format: 'true|false' },
  integer: 'integer',
  decimal: 'decimal',
};
const GUARDED = 'An apostrophe stands before what a spreadsheet would take for a formula.';

/**
 * What lies beside a CSV file as `<file>-metadata.json` and says what CSV cannot: types, meanings, provenance. In the
 * words of CSV on the Web, so that programs read the columns right (https://www.w3.org/TR/tabular-metadata/).
 */
export function toCsvMetadata(
  { name, title, about, columns }: TableSchema,
  provenance: Provenance,
  fileName: string,
): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: encodeURIComponent(fileName),
    'dc:identifier': name,
    'dc:title': title,
    'dc:description': about,
    'dc:source': provenance.source,
    'dc:modified': { '@value': provenance.fetchedAt, '@type': 'xsd:dateTimeStamp' },
    notes: [provenance],
    tableSchema: {
      columns: columns.map((column) => ({
        name: column.name,
        titles: column.name,
        'dc:description': column.type === 'text' ? `${column.about} ${GUARDED}` : column.about,
        datatype: DATATYPES[column.type],
      })),
    },
  };
}
