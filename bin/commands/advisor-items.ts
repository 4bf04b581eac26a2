import { ADVISOR_DAYS } from '#bin/commands/advisor/advisor-days.ts';
import { compareItems, itemChooser, unknownOf } from '#bin/commands/advisor/choose-items.ts';
import { describeItems } from '#bin/commands/advisor/describe-items.ts';
import { type RowData, rowData } from '#bin/commands/advisor/row-data.ts';
import { defineCommand } from '#bin/commands/command-line/command.ts';
import { rowsOfDay } from '#bin/commands/reports/find-day.ts';
import { dayOptions, openDay } from '#bin/commands/reports/open-day.ts';
import type { Row } from '#lambdas/contracts/report.ts';
import type { KnownChecks } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { ADVISOR_ITEMS } from '#lambdas/contracts/trusted-advisor/advisor-tables.ts';
import { readJson } from '#lambdas/runtime/report-store.ts';
import { toCsv } from '#lambdas/runtime/tables/csv.ts';
import { CHECKS_KEY } from '#lambdas/trusted-advisor-sweep/publish/published-state.ts';

export const advisorItems = defineCommand({
  name: 'advisor items',
  summary: 'Lists what Trusted Advisor flags in all accounts, worst first',
  details:
    'Reads what the last reading of each account left in the report bucket; nothing is asked of AWS.\n' +
    'Options that are given several times match by any of them, and * stands for any run of characters.\n' +
    'What the settings mute is shown with --muted only.',
  parameters: [],
  options: {
    account: { type: 'string', value: 'ACCOUNT', multiple: true, about: 'In this account, by id or name' },
    category: { type: 'string', value: 'WORD', multiple: true, about: 'Such as security, service_limits' },
    check: { type: 'string', value: 'CHECK', multiple: true, about: 'Of this check, by id or name' },
    status: { type: 'string', value: 'COLOUR', multiple: true, about: 'red, yellow or info' },
    region: { type: 'string', value: 'REGION', multiple: true, about: 'In this Region, or global' },
    muted: { type: 'boolean', about: 'Muted ones, too' },
    csv: { type: 'boolean', about: 'All of them as CSV on standard output' },
    ...dayOptions,
  },

  async run({ options }, terminal) {
    const { account = [], category = [], check = [], status = [], region = [] } = options;
    const { muted = false, csv = false } = options;
    const isChosen = itemChooser({ account, category, check, status, region, muted });
    const { store, day, about } = await openDay(ADVISOR_DAYS, ADVISOR_ITEMS, options, terminal);
    const chosen: { row: Row; data: RowData }[] = [];
    for await (const batch of await rowsOfDay(store, day)) {
      for (const row of batch) {
        const data = rowData(ADVISOR_ITEMS, row);
        if (isChosen(data)) chosen.push({ row, data });
      }
    }
    chosen.sort((one, other) => compareItems(one.data, other.data));
    if (csv) return terminal.stream(toCsv(ADVISOR_ITEMS, [chosen.map(({ row }) => row)]));
    const items = chosen.map(({ data }) => data);
    const known = await readJson<KnownChecks>(store, CHECKS_KEY);
    const unknown = known && unknownOf({ category, check }, known.checks);
    const lines = describeItems(items, unknown);
    const text = [`${ADVISOR_ITEMS.title}, ${day.period}`, '', ...lines].join('\n');
    terminal.answer(text, { ...about, count: items.length, items });
  },
});
