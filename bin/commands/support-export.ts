import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure, UsageError } from '#bin/commands/command-line/errors.ts';
import { showSize, writeFile } from '#bin/commands/reports/write-file.ts';
import { stackOption } from '#bin/commands/stack-option.ts';
import { caseFilters } from '#bin/commands/support/case-filters.ts';
import { toRecord } from '#bin/commands/support/export/case-record.ts';
import { exportFile } from '#bin/commands/support/export/export-file.ts';
import { EXPORT_FORMATS, readExport } from '#bin/commands/support/export/export-format.ts';
import { fileNameOf } from '#bin/commands/support/export/markdown/file-name.ts';
import { findCases } from '#bin/commands/support/find-cases.ts';
import { readThreads } from '#bin/commands/support/read-threads.ts';

/** What was written in cases is for whoever took it. */
const OWNER_ONLY = 0o600;

export const supportExport = defineCommand({
  name: 'support export',
  summary: 'Takes support cases with their threads as a file, secrets taken out',
  details:
    'html is one page that needs nothing else and finds words in all threads; json and jsonl hold whole threads;\n' +
    'csv cases, or messages (--of); markdown is a zip of a file a case. Withheld cases are in it without texts.\n' +
    'Without --out the file goes to standard output, for pipes (npm run --silent). Who took which cases is written\n' +
    'down in the bucket of redacted cases before a byte is written.',
  parameters: [],
  options: {
    ...caseFilters,
    open: { type: 'boolean', about: 'None that is resolved' },
    format: {
      type: 'string',
      value: 'FORMAT',
      about: `${EXPORT_FORMATS.join(', ')}, or by the end of --out`,
    },
    of: { type: 'string', value: 'WHAT', default: 'cases', about: 'For csv: cases or messages' },
    excel: { type: 'boolean', about: 'For csv: with a byte order mark' },
    out: { type: 'string', value: 'FILE', about: 'Where the file goes; - is standard output' },
    stack: stackOption,
  },

  async run({ options: { open = false, format, of, excel = false, out: named, stack, ...given } }, terminal) {
    const out = named === '-' ? undefined : named;
    const asked = readExport({ format, out, of, excel });
    if (out === undefined && asked.format === 'markdown' && terminal.isSeen)
      throw new UsageError('A zip is nothing for a terminal: name a file (--out).');

    const found = await findCases(stack, given, open);
    const { cases, book, chosen } = found;
    if (chosen.length === 0) throw new Failure(['Nothing is written.', ...found.empty()].join('\n'));
    await cases.audit('support export', { ...found.asked, format: asked.format }, chosen);
    if (asked.format === 'csv')
      terminal.progress(
        'Spreadsheets make numbers of the digits of accounts and cases: import them as text.',
      );

    const records = async function* () {
      for await (const read of readThreads(cases, chosen, terminal.progress))
        yield toRecord(read, book.of(read.row.account));
    };
    const withheld = chosen.filter((row) => row.withheld).length;
    const names = chosen.map(({ account, displayId }) => fileNameOf(book.of(account), displayId));
    const chunks = exportFile({ ...asked, exportedAt: new Date(), withheld, names }, records());
    if (out === undefined) return terminal.stream(chunks);
    const bytes = await writeFile(out, chunks, OWNER_ONLY);
    const data = { file: out, format: asked.format, cases: chosen.length, withheld, bytes };
    const without = withheld > 0 ? `, ${withheld} of them withheld` : '';
    terminal.answer(`Wrote ${out}: ${chosen.length} cases${without}, ${showSize(bytes)}.`, data);
  },
});
