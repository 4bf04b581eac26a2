import type { CostSummary, Mover } from '#lambdas/cost-reports/cost-summary.ts';
import { absolute } from '#lambdas/runtime/decimal.ts';
import { formatChange, formatMoney } from '#lambdas/runtime/money.ts';
import { oneLine } from '#lambdas/runtime/one-line.ts';

const SERVICES_SHOWN = 5;
const ACCOUNTS_SHOWN = 3;
const NAME_LENGTH = 60;
const REASON_LENGTH = 100;
/** A change below this share of the week is the usual up and down. */
const SHARE = 100n;

/** The services and accounts that moved most, with the likely reason of each; none where all is as it was. */
export function moverLines({ movers, week, currency }: CostSummary): string[] {
  const whole = largest(week.current.gross, week.previous?.gross ?? 0n);
  const notable = movers.filter(({ change }) => absolute(change) * SHARE >= whole);
  const shown = (kind: Mover['kind'], count: number) =>
    notable.filter((mover) => mover.kind === kind).slice(0, count);
  const lines = [...shown('service', SERVICES_SHOWN), ...shown('account', ACCOUNTS_SHOWN)];
  if (lines.length === 0) return [];
  return ['Moved most, week against week:', ...lines.map((mover) => moverLine(mover, currency))];
}

function moverLine({ key, name, change, current, reason }: Mover, currency: string): string {
  const who = name
    ? `${oneLine(name, NAME_LENGTH)} (${oneLine(key, NAME_LENGTH)})`
    : oneLine(key, NAME_LENGTH);
  const now = `now ${formatMoney(current, currency)}`;
  return `• ${formatChange(change, currency)} ${who || '(no name)'}: ${oneLine(reason, REASON_LENGTH)}, ${now}`;
}

function largest(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
