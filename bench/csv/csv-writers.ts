import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Row, TableSchema } from '#lambdas/contracts/report.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { toCsv } from '#lambdas/runtime/tables/csv.ts';

type Take = (chunk: Uint8Array) => void;
type CsvWriter = (schema: TableSchema, batches: Row[][], take: Take) => Promise<void>;

const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** By name: each writes the same bytes from the same rows. */
export const CSV_WRITERS: Record<string, CsvWriter> = {
  async reeve(schema, batches, take) {
    for await (const chunk of toCsv(schema, batches)) take(chunk);
  },

  /** csv-stringify's own guard makes text of negative amounts, so it is given one for the columns of text. */
  async 'csv-stringify'({ columns }, batches, take) {
    const isText = columns.map(({ type }) => type === 'text');
    const stringifier = stringify({
      header: true,
      columns: columns.map(({ name }) => name),
      record_delimiter: 'windows',
      cast: {
        bigint: formatDecimal,
        boolean: String,
        string: (value, { index }) => (isText[index] && FORMULA.test(value) ? `'${value}` : value),
      },
    });
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        take(chunk);
        done();
      },
    });
    await pipeline(Readable.from(batches.flat()), stringifier, sink);
  },
};
