import { percentText, toText } from '../amount.ts';
import { amountOf, type Charge } from '../ledger/charge.ts';
import { readEither, readReservationFilter } from '../question/commitment-question.ts';
import { DIMENSIONS } from '../question/dimension.ts';
import { type Period, readPeriod, refuseOldCommitments, slicesOf, toInterval } from '../question/period.ts';
import { type Listing, listing, type Question } from '../question/question.ts';
import { visibleCharges } from '../question/visible-charges.ts';
import { sizeOfPage } from './size-of-page.ts';

const GROUPS = ['AZ', 'INSTANCE_TYPE', 'INVOICING_ENTITY', 'LINKED_ACCOUNT', 'PLATFORM', 'REGION', 'TENANCY'];

/** Record types whose hours an instance ran; those of fees were only bought. */
const RUNNING = new Set(['Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage']);

/** GetReservationCoverage: how many of the hours that instances ran were reserved. */
export function reservationCoverage(question: Question): Listing {
  const period = readPeriod(question.input);
  refuseOldCommitments(period, question);
  const { by = 'DAILY', keys } = readEither(question, GROUPS, 2);
  const { filter } = readReservationFilter(question);
  const isRunning = ({ purpose }: Charge) => purpose.unit === 'Hrs' && RUNNING.has(purpose.recordType);
  const running = (slice: Period) => [...visibleCharges(question, slice, filter)].filter(isRunning);
  const Total = coverageOf(running(period));

  if (keys.length === 0) {
    const entries = slicesOf(period, by).map((slice) => ({
      TimePeriod: toInterval(slice),
      Groups: [],
      Total: coverageOf(running(slice)),
    }));
    return listing(entries, sizeOfPage(question), (CoveragesByTime) => ({ CoveragesByTime, Total }));
  }
  const valueOf = (key: string, { purpose }: Charge) => DIMENSIONS[key]?.of(purpose, question) ?? '';
  const groups = Map.groupBy(running(period), (charge) => keys.map((key) => valueOf(key, charge)).join('\0'));
  const entries = [...groups.values()].map((charges) => ({
    Attributes: Object.fromEntries(
      keys.map((key) => [camelCase(key), charges[0] ? valueOf(key, charges[0]) : '']),
    ),
    Coverage: coverageOf(charges),
  }));
  return listing(entries, sizeOfPage(question), (Groups) => ({
    CoveragesByTime: [{ TimePeriod: toInterval(period), Groups }],
    Total,
  }));
}

function coverageOf(charges: Charge[]) {
  let [reserved, all, cost] = [0n, 0n, 0n];
  for (const charge of charges) {
    const isReserved = charge.purpose.recordType === 'DiscountedUsage';
    const hours = amountOf(charge, 'UsageQuantity');
    all += hours;
    if (isReserved) reserved += hours;
    else if (charge.purpose.recordType === 'Usage') cost += amountOf(charge, 'UnblendedCost');
  }
  return {
    CoverageHours: {
      OnDemandHours: toText(all - reserved),
      ReservedHours: toText(reserved),
      TotalRunningHours: toText(all),
      CoverageHoursPercentage: percentText(reserved, all),
    },
    CoverageCost: { OnDemandCost: toText(cost) },
  };
}

const camelCase = (key: string) =>
  key.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
