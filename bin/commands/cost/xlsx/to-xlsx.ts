import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { aboutSheet } from '#bin/commands/cost/xlsx/about-sheet.ts';
import { sheetNames } from '#bin/commands/cost/xlsx/sheet-names.ts';
import { sheetXml } from '#bin/commands/cost/xlsx/sheet-xml.ts';
import { workbookParts } from '#bin/commands/cost/xlsx/workbook-parts.ts';
import type { Provenance, RowBatches, TableSchema } from '#lambdas/contracts/report.ts';

type Sheet = { schema: TableSchema; rows: RowBatches; provenance: Provenance };

const ABOUT = 'About';

/**
 * A workbook with a sheet for each table, after one that says where they come from. Amounts are numbers, days are
 * dates, ids are text. Sheets are written one after the other as they come. Throws where one has too many rows.
 */
export async function* toXlsx(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const names = sheetNames([ABOUT, ...sheets.map(({ schema }) => schema.name)]);
  const about = aboutSheet(sheets.map((sheet, index) => ({ ...sheet, name: names[index + 1] ?? '' })));
  // The same tables are the same bytes, whenever the file is made.
  const mtime = new Date(sheets[0]?.provenance.fetchedAt ?? 0);
  const options = { mtime, compressionLevel: 1 };
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough());
  const fail = (error: Error) => output.destroy(error);
  zip.on('error', fail);

  for (const [path, xml] of Object.entries(workbookParts(names)))
    zip.addBuffer(Buffer.from(xml), path, options);
  for (const [index, { schema, rows }] of [about, ...sheets].entries()) {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, options, (give) => {
      // yazl passes on no error of what it reads.
      give(null, Readable.from(sheetXml(schema, rows)).on('error', fail));
    });
  }
  zip.end();
  yield* output;
}
