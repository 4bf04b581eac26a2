import { percentText, toText } from '../amount.ts';
import { amountOf, type Charge } from '../ledger/charge.ts';
import { readClosedPeriod } from '../question/closed-period.ts';
import { readEither } from '../question/commitment-question.ts';
import { DIMENSIONS } from '../question/dimension.ts';
import { readFilter } from '../question/filter.ts';
import { type Period, slicesOf, toInterval } from '../question/period.ts';
import { type Listing, listing, type Question } from '../question/question.ts';
import { visibleCharges } from '../question/visible-charges.ts';
import { sizeOfPage } from './size-of-page.ts';

const GROUPS = ['INSTANCE_FAMILY', 'REGION', 'SERVICE'];
const USUAL_ROWS = 20;

/** GetSavingsPlansCoverage: how much of what plans may pay for they did pay for. */
export function savingsPlansCoverage(question: Question): Listing {
  const period = readClosedPeriod(question);
  const { by = 'DAILY', keys } = readEither(question, GROUPS, GROUPS.length);
  const filter = readFilter(question);
  const eligible = (slice: Period) => [
    ...visibleCharges(question, slice, (purpose) => isEligible(purpose) && filter(purpose)),
  ];
  const size = sizeOfPage(question, { usual: USUAL_ROWS });

  const slices = keys.length > 0 ? [period] : slicesOf(period, by);
  const entries = slices.flatMap((slice) => {
    const valueOf = (key: string, { purpose }: Charge) => DIMENSIONS[key]?.of(purpose, question) ?? '';
    const groups = Map.groupBy(eligible(slice), (charge) =>
      keys.map((key) => valueOf(key, charge)).join('\0'),
    );
    return [...groups.values()].map((charges) => ({
      Attributes: Object.fromEntries(keys.map((key) => [key, charges[0] ? valueOf(key, charges[0]) : ''])),
      Coverage: coverageOf(charges),
      TimePeriod: toInterval(slice),
    }));
  });
  return listing(entries, size, (SavingsPlansCoverages) => ({ SavingsPlansCoverages }));
}

function isEligible({ recordType, isPlanEligible }: Charge['purpose']): boolean {
  return recordType === 'SavingsPlanCoveredUsage' || (recordType === 'Usage' && isPlanEligible === true);
}

function coverageOf(charges: Charge[]) {
  const total = charges.reduce((sum, charge) => sum + amountOf(charge, 'UnblendedCost'), 0n);
  const covered = charges
    .filter(({ purpose }) => purpose.recordType === 'SavingsPlanCoveredUsage')
    .reduce((sum, charge) => sum + amountOf(charge, 'UnblendedCost'), 0n);
  return {
    SpendCoveredBySavingsPlans: toText(covered),
    OnDemandCost: toText(total - covered),
    TotalCost: toText(total),
    CoveragePercentage: percentText(covered, total),
  };
}
