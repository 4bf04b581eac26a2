import { extname } from 'node:path';
import { UsageError } from '#bin/commands/command-line/errors.ts';

/** What a report can be taken as. */
export const FILE_FORMATS = ['csv', 'json', 'ndjson', 'parquet', 'xlsx', 'html'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const BINARY: readonly FileFormat[] = ['parquet', 'xlsx'];

type Asked = {
  format: string | undefined;
  out: string | undefined;
  report: string | undefined;
  excel: boolean;
  focus: boolean;
};

/** The format that was asked for, be it by the name of the file; undefined: a table for the terminal. */
export function readFormat({ format: named, out, report, excel, focus }: Asked): FileFormat | undefined {
  const text = named ?? (out === undefined || out === '-' ? undefined : extname(out).slice(1).toLowerCase());
  const format = FILE_FORMATS.find((known) => known === text);
  if (!format && (named !== undefined || out !== undefined)) {
    throw new UsageError(
      `--format must be ${FILE_FORMATS.join(', ')}${named ? '' : ', or the end of --out'}.`,
    );
  }
  if (excel && format !== 'csv') throw new UsageError('--excel is for --format csv.');
  if (focus && (!format || format === 'html')) throw new UsageError('--focus is for files of rows.');
  if (format === 'html' && report)
    throw new UsageError('The page is of all reports of a month: leave --report out.');
  if (format && format !== 'html' && format !== 'xlsx' && !report) {
    throw new UsageError(`A ${format} file holds one report: name it (--report), or take xlsx.`);
  }
  return format;
}

/** What a terminal cannot show. */
export function isBinary(format: FileFormat): boolean {
  return BINARY.includes(format);
}
