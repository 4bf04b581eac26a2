import type { AdvisorItem } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import { savingsOf } from '#lambdas/contracts/trusted-advisor/item-savings.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';
import { formatMoney } from '#lambdas/runtime/money.ts';

/** What items would save in a month, summed exactly and rounded once; undefined where none says so. */
export function savingsText(items: Pick<AdvisorItem, 'fields'>[]): string | undefined {
  const amounts = items.flatMap(({ fields }) => savingsOf(fields) ?? []);
  if (amounts.length === 0) return undefined;
  return formatMoney(
    amounts.reduce((sum, amount) => sum + parseDecimal(amount), 0n),
    'USD',
  );
}
