import type { CaseRecord } from '#bin/commands/support/export/case-record.ts';
import {
  caseRowsOf,
  messageRowsOf,
  SUPPORT_CASES,
  SUPPORT_MESSAGES,
} from '#bin/commands/support/export/case-tables.ts';
import type { AskedExport } from '#bin/commands/support/export/export-format.ts';
import { toArchive } from '#bin/commands/support/export/html/to-archive.ts';
import { toJsonExport, toJsonLines } from '#bin/commands/support/export/json-export.ts';
import { toMarkdownZip } from '#bin/commands/support/export/markdown/markdown-zip.ts';
import type { Row } from '#lambdas/contracts/report.ts';
import { toCsv } from '#lambdas/runtime/tables/csv.ts';

export type Export = AskedExport & {
  exportedAt: Date;
  /** Of how many of the cases the texts are withheld. */
  withheld: number;
  /** Of the files of Markdown, in the order of the cases. */
  names: readonly string[];
};

/** The bytes of a file of cases, as they come. */
export function exportFile(
  { format, subject, excel, exportedAt, withheld, names }: Export,
  records: AsyncIterable<CaseRecord>,
): AsyncIterable<Uint8Array> {
  switch (format) {
    case 'json':
      return toJsonExport(records, exportedAt.toISOString());
    case 'jsonl':
      return toJsonLines(records);
    case 'csv':
      return subject === 'cases'
        ? toCsv(SUPPORT_CASES, rowsOf(records, caseRowsOf), { excel })
        : toCsv(SUPPORT_MESSAGES, rowsOf(records, messageRowsOf), { excel });
    case 'html':
      return toArchive(records, { cases: names.length, withheld, exportedAt: exportedAt.toISOString() });
    case 'markdown':
      return toMarkdownZip(names, records, exportedAt);
  }
}

async function* rowsOf(records: AsyncIterable<CaseRecord>, of: (record: CaseRecord) => Row[]) {
  for await (const record of records) yield of(record);
}
