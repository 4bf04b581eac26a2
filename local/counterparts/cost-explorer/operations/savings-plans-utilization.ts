import { percentText, toText } from '../amount.ts';
import { amountOf, type Charge, type Metric } from '../ledger/charge.ts';
import { readClosedPeriod } from '../question/closed-period.ts';
import { readEither } from '../question/commitment-question.ts';
import { readFilter } from '../question/filter.ts';
import { type Period, slicesOf, toInterval } from '../question/period.ts';
import { inOnePiece, type Listing, type Question } from '../question/question.ts';
import { visibleCharges } from '../question/visible-charges.ts';
import { dataUnavailable } from './data-unavailable.ts';

const OF_PLANS = new Set(['SavingsPlanCoveredUsage', 'SavingsPlanRecurringFee']);

/** GetSavingsPlansUtilization: how much of what was committed to was used. */
export function savingsPlansUtilization(question: Question): Listing {
  const period = readClosedPeriod(question);
  const { by = 'DAILY' } = readEither(question, []);
  const filter = readFilter(question);
  const ofPlans = (slice: Period) => [
    ...visibleCharges(question, slice, (purpose) => OF_PLANS.has(purpose.recordType) && filter(purpose)),
  ];
  const charges = ofPlans(period);
  if (charges.length === 0) throw dataUnavailable('No Savings Plans in this period');
  return inOnePiece({
    SavingsPlansUtilizationsByTime: slicesOf(period, by).map((slice) => ({
      TimePeriod: toInterval(slice),
      ...utilizationOf(ofPlans(slice)),
    })),
    Total: utilizationOf(charges),
  });
}

/** Of a recurring fee, the amortized cost is what no usage made use of. */
function utilizationOf(charges: Charge[]) {
  const sum = (recordType: string, metric: Metric) =>
    charges
      .filter(({ purpose }) => purpose.recordType === recordType)
      .reduce((total, charge) => total + amountOf(charge, metric), 0n);
  const used = sum('SavingsPlanCoveredUsage', 'AmortizedCost');
  const unused = sum('SavingsPlanRecurringFee', 'AmortizedCost');
  const recurring = sum('SavingsPlanRecurringFee', 'UnblendedCost');
  const onDemand = sum('SavingsPlanCoveredUsage', 'UnblendedCost');
  const commitment = used + unused;
  return {
    Utilization: {
      TotalCommitment: toText(commitment),
      UsedCommitment: toText(used),
      UnusedCommitment: toText(unused),
      UtilizationPercentage: percentText(used, commitment),
    },
    Savings: { NetSavings: toText(onDemand - commitment), OnDemandCostEquivalent: toText(onDemand) },
    AmortizedCommitment: {
      AmortizedRecurringCommitment: toText(recurring),
      AmortizedUpfrontCommitment: toText(commitment - recurring),
      TotalAmortizedCommitment: toText(commitment),
    },
  };
}
