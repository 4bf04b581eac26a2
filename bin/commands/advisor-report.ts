import { ADVISOR_DAYS } from '#bin/commands/advisor/advisor-days.ts';
import { defineCommand } from '#bin/commands/command-line/command.ts';
import { UsageError } from '#bin/commands/command-line/errors.ts';
import { dayOptions, openDay } from '#bin/commands/reports/open-day.ts';
import { takeDayFile } from '#bin/commands/reports/take-day-file.ts';
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
    await takeDayFile(await openDay(ADVISOR_DAYS, schema, options, terminal), { format, out }, terminal);
  },
});
