import { defineCommand } from '#bin/commands/command-line/command.ts';
import { UsageError } from '#bin/commands/command-line/errors.ts';
import type { DaySource } from '#bin/commands/reports/find-day.ts';
import { dayOptions, openDay } from '#bin/commands/reports/open-day.ts';
import { takeDayFile } from '#bin/commands/reports/take-day-file.ts';
import { SUPPORT_ACCOUNTS, SUPPORT_CASES } from '#lambdas/contracts/support/support-tables.ts';

const FORMATS = ['html', 'csv', 'json'];
const DAYS: DaySource = {
  block: 'support',
  of: 'support cases',
  made: 'support-cases makes one each day at 06:20 UTC',
};

export const supportReport = defineCommand({
  name: 'support report',
  summary: 'Takes the page or the tables of measures of support cases of a day',
  details:
    'How many cases wait for whom, how fast AWS answered against its target, by account, service, severity and\n' +
    'week. As the day was published, byte for byte; no subject and no message is in it. Without --out the file\n' +
    'goes to standard output, for pipes (npm run --silent).',
  parameters: [],
  options: {
    accounts: { type: 'boolean', about: 'By account, not by case' },
    format: { type: 'string', value: 'FORMAT', default: 'html', about: FORMATS.join(', ') },
    out: { type: 'string', value: 'FILE', about: 'Where the file goes' },
    ...dayOptions,
  },

  async run({ options }, terminal) {
    const { accounts = false, format, out } = options;
    if (!FORMATS.includes(format)) throw new UsageError(`--format must be ${FORMATS.join(', ')}.`);
    if (accounts && format === 'html') throw new UsageError('--accounts is for --format csv or json.');
    const schema = accounts ? SUPPORT_ACCOUNTS : SUPPORT_CASES;
    await takeDayFile(await openDay(DAYS, schema, options, terminal), { format, out }, terminal);
  },
});
