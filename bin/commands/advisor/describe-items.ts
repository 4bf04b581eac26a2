import { type RowData, textOf } from '#bin/commands/advisor/row-data.ts';
import { textTable } from '#bin/commands/command-line/text-table.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';
import { formatMoney } from '#lambdas/runtime/money.ts';
import { counted } from '#lambdas/trusted-advisor-sweep/count-text.ts';

const HEADINGS = ['STATUS', 'CATEGORY', 'ACCOUNT', 'REGION', 'CHECK', 'ITEM', 'SINCE', 'MORE'];
const COLOURS: Record<string, string> = { error: 'red', warning: 'yellow', info: 'blue' };
const ROWS_SHOWN = 40;
const LONGEST = 44;

/** The first items, and how many there are besides; of none why, where a word is `unknown` among the checks. */
export function describeItems(items: readonly RowData[], unknown?: string): string[] {
  if (items.length === 0)
    return [
      'Nothing that was asked for is flagged.',
      ...(unknown ? [`No check or category is called "${unknown}": see advisor checks --all.`] : []),
    ];
  const more = items.length - ROWS_SHOWN;
  return [
    ...textTable([HEADINGS, ...items.slice(0, ROWS_SHOWN).map(cellsOf)]),
    ...(more > 0 ? [`${counted(more, 'more item')}: take them all with --csv or --json.`] : []),
  ];
}

function cellsOf(item: RowData): string[] {
  return [
    COLOURS[textOf(item, 'status')] ?? textOf(item, 'status'),
    textOf(item, 'category'),
    String(item['account_name'] || item['account_id']),
    textOf(item, 'region'),
    textOf(item, 'check_name'),
    textOf(item, 'resource'),
    textOf(item, 'first_seen'),
    moreOf(item),
  ].map((cell) => (cell.length > LONGEST ? `${cell.slice(0, LONGEST - 1).toWellFormed()}…` : cell));
}

function moreOf(item: RowData): string {
  const { limit_percent: percent, monthly_savings: savings, muted_by: mute } = item;
  return [
    percent !== null &&
      `${textOf(item, 'limit_used')} of ${textOf(item, 'limit_amount')}, ${Number(percent)}%`,
    savings !== null && `saves ${formatMoney(parseDecimal(String(savings)), 'USD')} a month`,
    mute !== null && `muted by ${String(mute)}`,
  ]
    .filter(Boolean)
    .join('; ');
}
