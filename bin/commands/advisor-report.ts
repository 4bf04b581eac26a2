import { dayOptions, openDay } from '#bin/commands/advisor/open-day.ts';
import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure, UsageError } from '#bin/commands/command-line/errors.ts';
import { showSize, writeFile } from '#bin/commands/reports/write-file.ts';
import { exportKey } from '#lambdas/contracts/report-keys.ts';
import { ADVISOR_ACCOUNTS, ADVISOR_ITEMS } from '#lambdas/contracts/trusted-advisor/advisor-tables.ts';

const FORMATS = ['html', 'csv', 'json'];

export const advisorReport = defineCommand({
  name: 'advisor report',
  summary: 'Takes the page or the tables of Trusted Advisor of a day',
  details:
    'As the day was published, byte for byte: the page of all accounts, or all items as a table. Without --out the\n' +
    'file goes to standard output, for pipes (npm run --silent).',
  parameters: [],
  options: {
    accounts: { type: 'boolean', about: 'How each account was read, not the items' },
    format: { type: 'string', value: 'FORMAT', default: 'html', about: FORMATS.join(', ') },
    out: { type: 'string', value: 'FILE', about: 'Where the file goes' },
    ...dayOptions,
  },

  async run({ options }, terminal) {
    const { accounts = false, format, out } = options;
    if (!FORMATS.includes(format)) throw new UsageError(`--format must be ${FORMATS.join(', ')}.`);
    if (accounts && format === 'html') throw new UsageError('--accounts is for --format csv or json.');
    const schema = accounts ? ADVISOR_ACCOUNTS : ADVISOR_ITEMS;
    const { store, day, about } = await openDay(schema, options, terminal);
    const file = await store.read(exportKey(schema.name, day.period, format));
    if (!file)
      throw new Failure(`${schema.name} of ${day.period} is not whole. The next run writes it anew.`);
    if (out === undefined || out === '-') return terminal.stream(file);
    const bytes = await writeFile(out, file);
    terminal.answer(`Wrote ${out}: ${showSize(bytes)}.`, { ...about, file: out, format, bytes });
  },
});
