import { extname } from 'node:path';
import { UsageError } from '#bin/commands/command-line/errors.ts';

/** What cases can be taken as, each with the end of its file's name. */
const ENDS = { json: 'json', jsonl: 'jsonl', csv: 'csv', markdown: 'zip', html: 'html' } as const;
export type ExportFormat = keyof typeof ENDS;
export const EXPORT_FORMATS = Object.keys(ENDS) as ExportFormat[];

const SUBJECTS = ['cases', 'messages'] as const;
type ExportSubject = (typeof SUBJECTS)[number];

type Asked = { format: string | undefined; out: string | undefined; of: string; excel: boolean };
export type AskedExport = { format: ExportFormat; subject: ExportSubject; excel: boolean };

/** The file that was asked for, be it by the name of the file. */
export function readExport({ format: named, out, of, excel }: Asked): AskedExport {
  const end = out === undefined ? '' : extname(out).slice(1).toLowerCase();
  const format = EXPORT_FORMATS.find((known) =>
    named === undefined ? ENDS[known] === end : known === named,
  );
  if (!format) {
    const way = named === undefined ? ', or the end of --out' : '';
    throw new UsageError(`--format must be ${EXPORT_FORMATS.join(', ')}${way}; markdown is a .zip of files.`);
  }
  const subject = SUBJECTS.find((known) => known === of);
  if (!subject) throw new UsageError(`--of must be ${SUBJECTS.join(' or ')}.`);
  if (subject !== 'cases' && format !== 'csv')
    throw new UsageError('--of is for --format csv: the other formats hold cases with their messages.');
  if (excel && format !== 'csv') throw new UsageError('--excel is for --format csv.');
  return { format, subject, excel };
}
