import { toUnits } from '../amount.ts';
import type { Charge, Purpose } from './charge.ts';

/** A charge as people write it down. Amounts are decimal text; what is left out costs as `unblended` says. */
export type LineItem = Partial<Omit<Purpose, 'account' | 'service'>> &
  Pick<Purpose, 'account' | 'service'> & {
    day: string;
    accountName?: string;
    unblended: string;
    amortized?: string;
    netUnblended?: string;
    /** As `netUnblended` if that is given, else as `amortized`. */
    netAmortized?: string;
    blended?: string;
    quantity?: string;
    normalized?: string;
    seenFrom?: string;
  };

/** A line that somebody wrote, as ledgers keep it. */
export function toCharge(item: LineItem): Charge {
  const { day, seenFrom, unblended, quantity = '0', normalized = '0', accountName: _, ...rest } = item;
  const { amortized = unblended, netUnblended = unblended, blended = unblended, ...told } = rest;
  const { netAmortized = rest.netUnblended ?? amortized, ...purpose } = told;
  const texts = [unblended, amortized, netUnblended, netAmortized, blended, quantity, normalized];
  return {
    day,
    purpose: { recordType: 'Usage', tags: {}, costCategories: {}, unit: 'N/A', ...purpose },
    amounts: texts.map(toUnits),
    ...(seenFrom ? { seenFrom } : {}),
  };
}
