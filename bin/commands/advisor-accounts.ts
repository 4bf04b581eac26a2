import { ADVISOR_DAYS } from '#bin/commands/advisor/advisor-days.ts';
import { compareAccounts, describeAccounts } from '#bin/commands/advisor/describe-accounts.ts';
import { type RowData, rowData } from '#bin/commands/advisor/row-data.ts';
import { defineCommand } from '#bin/commands/command-line/command.ts';
import { rowsOfDay } from '#bin/commands/reports/find-day.ts';
import { dayOptions, openDay } from '#bin/commands/reports/open-day.ts';
import { ADVISOR_ACCOUNTS } from '#lambdas/contracts/trusted-advisor/advisor-tables.ts';

export const advisorAccounts = defineCommand({
  name: 'advisor accounts',
  summary: 'Shows how each account was read, those that were not first',
  details:
    'STATE is ok, no-plan (its support plan has no API), no-role, refused, throttled\n' +
    'or failed. Exit code 0 also where accounts are silent: what was asked for was answered.',
  parameters: [],
  options: dayOptions,

  async run({ options }, terminal) {
    const { store, day, about } = await openDay(ADVISOR_DAYS, ADVISOR_ACCOUNTS, options, terminal);
    const accounts: RowData[] = [];
    for await (const batch of await rowsOfDay(store, day))
      accounts.push(...batch.map((row) => rowData(ADVISOR_ACCOUNTS, row)));
    accounts.sort(compareAccounts);
    const text = [`${ADVISOR_ACCOUNTS.title}, ${day.period}`, '', ...describeAccounts(accounts)].join('\n');
    terminal.answer(text, { ...about, count: accounts.length, accounts });
  },
});
