import { textTable } from '#bin/commands/command-line/text-table.ts';
import { type Line, totalOf } from '#bin/commands/estimate/model.ts';
import { exactDollars, inCents } from '#bin/commands/estimate/money.ts';
import { PRICES, type PriceName } from '#bin/commands/estimate/prices.ts';

/** A month at one size. */
export type Estimate = { accounts: number; lines: Line[] };

const PAYERS = { hub: 'the hub account', members: 'the other accounts, together' };
type Payer = keyof typeof PAYERS;

/** One size: what, how much of it, at which price. */
export function describeOne({ accounts, lines }: Estimate): string[] {
  const rows = lines.map(({ what, quantity, price, cost }) => [
    what,
    quantity.toLocaleString('en-US'),
    priceWords(price),
    inCents(cost),
  ]);
  const sums = sumsOf([{ accounts, lines }]).map(([what = '', ...dollars]) => [what, '', '', ...dollars]);
  return textTable([['dollars a month', 'quantity', 'price', sizeWords(accounts)], ...rows, ...sums], [1, 3]);
}

/** Several sizes side by side. */
export function describeSizes(estimates: Estimate[]): string[] {
  const [first] = estimates;
  const rows = (first?.lines ?? []).map(({ what, price }, index) => [
    what,
    priceWords(price),
    ...estimates.map(({ lines }) => inCents(lines[index]?.cost ?? 0n)),
  ]);
  const sums = sumsOf(estimates).map(([what = '', ...dollars]) => [what, '', ...dollars]);
  const header = ['dollars a month', 'price', ...estimates.map(({ accounts }) => sizeWords(accounts))];
  return textTable(
    [header, ...rows, ...sums],
    estimates.map((_, index) => index + 2),
  );
}

/** For programs: amounts are exact decimals, as texts. */
export function toData({ accounts, lines }: Estimate) {
  return {
    accounts,
    lines: lines.map(({ price, cost, ...line }) => ({ ...line, ...PRICES[price], cost: exactDollars(cost) })),
    total: exactDollars(totalOf(lines)),
  };
}

function sumsOf(estimates: Estimate[]): string[][] {
  const sum = (payer?: Payer) =>
    estimates.map(({ lines }) => inCents(totalOf(lines.filter((line) => !payer || line.payer === payer))));
  return [
    ...(['hub', 'members'] as const).map((payer) => [`Paid by ${PAYERS[payer]}`, ...sum(payer)]),
    ['Total', ...sum()],
  ];
}

function sizeWords(accounts: number): string {
  return `${accounts.toLocaleString('en-US')} account${accounts === 1 ? '' : 's'}`;
}

/** `$0.10 per alarm`, `$0.40 per million requests` */
function priceWords(name: PriceName): string {
  const { dollars, per, unit } = PRICES[name];
  const count = per === 1_000_000 ? 'million ' : `${per.toLocaleString('en-US')} `;
  return `$${dollars} per ${per === 1 ? '' : count}${unit}`;
}
