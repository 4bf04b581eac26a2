import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { formatChange, formatMoney, formatPercentChange } from '#lambdas/runtime/money.ts';

/** An amount in a table. `data-v` is what the table is sorted by: near enough, in hundredths. */
export function moneyCell(amount: bigint | undefined, currency: string): Markup {
  if (amount === undefined) return markup`<td class="n" data-v="0">–</td>`;
  return markup`<td class="n" data-v="${sortable(amount)}">${formatMoney(amount, currency)}</td>`;
}

/** How much more or less it is, in money and in percent: two cells. What was not there before is new. */
export function changeCells(
  current: bigint | undefined,
  previous: bigint | undefined,
  currency: string,
): Markup {
  const change = (current ?? 0n) - (previous ?? 0n);
  return markup`<td class="n ${toneOf(change)}" data-v="${sortable(change)}">${formatChange(change, currency)}</td><td class="n ${toneOf(change)}">${changeWord(current, previous)}</td>`;
}

/** `+12.5%`, `new`, `gone`, or a dash where percent would say nothing. */
export function changeWord(current: bigint | undefined, previous: bigint | undefined): string {
  if (current === undefined && previous !== undefined) return 'gone';
  if (previous === undefined && current !== undefined) return 'new';
  return formatPercentChange(current ?? 0n, previous ?? 0n) ?? '–';
}

/** The class of more or less: it gives a colour, the sign says the same. */
export function toneOf(change: bigint): 'more' | 'less' | 'same' {
  if (change === 0n) return 'same';
  return change > 0n ? 'more' : 'less';
}

function sortable(amount: bigint): string {
  return String(amount / 100_000_000n);
}
