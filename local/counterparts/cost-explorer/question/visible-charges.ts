import { addDays, addMonths, firstDayOf, monthOf } from '../calendar.ts';
import type { Charge } from '../ledger/charge.ts';
import type { Filter } from './filter.ts';
import type { Period } from './period.ts';
import type { Question } from './question.ts';

/** The charges of a period that Cost Explorer knows today: it lags, and some come weeks later. */
export function* visibleCharges(
  { ledger, switches, today }: Question,
  { start, end }: Period,
  filter: Filter,
): Generator<Charge> {
  const until = [end, addDays(today, 1 - switches.lagDays)].sort()[0] ?? end;
  const verdicts = new Map<Charge['purpose'], boolean>();
  for (let month = monthOf(start); firstDayOf(month) < until; month = addMonths(month, 1)) {
    for (const charge of ledger.charges(month)) {
      const { day, seenFrom = '', purpose } = charge;
      if (day < start || day >= until || seenFrom > today) continue;
      const isWanted = verdicts.get(purpose) ?? filter(purpose);
      verdicts.set(purpose, isWanted);
      if (isWanted) yield charge;
    }
  }
}
