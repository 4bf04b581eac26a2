import { readEither, readReservationFilter } from '../question/commitment-question.ts';
import { type Period, readPeriod, refuseOldCommitments, slicesOf, toInterval } from '../question/period.ts';
import { type Listing, listing, type Question } from '../question/question.ts';
import { aggregatesOf, type ReservedUse, reservedUse } from './reserved-use.ts';
import { sizeOfPage } from './size-of-page.ts';

/** GetReservationUtilization: how much of the reserved hours was used. Without reservations the list is empty. */
export function reservationUtilization(question: Question): Listing {
  const period = readPeriod(question.input);
  refuseOldCommitments(period, question);
  const { by = 'DAILY', keys } = readEither(question, ['SUBSCRIPTION_ID']);
  const { filter } = readReservationFilter(question);
  const useIn = (slice: Period) => reservedUse(question, slice, filter);
  const whole = useIn(period);
  const Total = aggregatesOf([...whole.values()]);

  if (keys.length > 0) {
    const groups = [...whole].map(([Value, use]) => toGroup(Value, use));
    return listing(groups, sizeOfPage(question), (Groups) => ({
      UtilizationsByTime: [{ TimePeriod: toInterval(period), Groups }],
      Total,
    }));
  }
  const entries = slicesOf(period, by).flatMap((slice) => {
    const uses = [...useIn(slice).values()];
    if (uses.length === 0) return [];
    return [{ TimePeriod: toInterval(slice), Groups: [], Total: aggregatesOf(uses) }];
  });
  return listing(entries, sizeOfPage(question), (UtilizationsByTime) => ({ UtilizationsByTime, Total }));
}

function toGroup(Value: string, use: ReservedUse) {
  return { Key: 'SUBSCRIPTION_ID', Value, Attributes: {}, Utilization: aggregatesOf([use]) };
}
