import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { amountOf, type Charge } from '#local/counterparts/cost-explorer/ledger/charge.ts';
import type { CostLedger } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { type AwsRow, aFocusRow } from '#test/cost-reports/focus/a-focus-row.ts';

const SAVINGS_PLAN = { CommitmentDiscountCategory: 'Spend', CommitmentDiscountType: 'Savings Plan' };
const RESERVATION = { CommitmentDiscountCategory: 'Usage', CommitmentDiscountType: 'Reserved' };

/** Lines that FOCUS has in the rows that they are about: what Savings Plans take back, and discounts. */
const WITHIN_OTHERS = new Set(['SavingsPlanNegation', 'EdpDiscount', 'PrivateRateDiscount']);

/** A bill as FOCUS tells it, by what AWS says of its columns. `before`: the day of the export. */
export function* rowsOfLedger(ledger: CostLedger, month: string, before: string): Generator<AwsRow> {
  for (const charge of ledger.charges(month)) {
    if (charge.day >= before || (charge.seenFrom ?? '') > before) continue;
    const { account, service, region, tags, costCategories } = charge.purpose;
    const categories = Object.entries(costCategories).map(
      ([name, value]) => [`costCategory/${name}`, value] as const,
    );
    const resource = Object.entries(tags).map(([key, value]) => [`resourceTags/${key}`, value] as const);
    for (const row of rowsOf(charge)) {
      yield aFocusRow({
        day: charge.day,
        SubAccountId: account,
        SubAccountName: ledger.nameOf(account) ?? null,
        ServiceName: service,
        RegionId: region ?? null,
        Tags: Object.fromEntries<string>([...resource, ...categories]),
        ...row,
      });
    }
  }
}

function rowsOf(charge: Charge): AwsRow[] {
  const billed = formatDecimal(amountOf(charge, 'NetUnblendedCost'));
  const effective = formatDecimal(amountOf(charge, 'NetAmortizedCost'));
  const costs = { BilledCost: billed, EffectiveCost: effective };
  const { recordType } = charge.purpose;
  if (WITHIN_OTHERS.has(recordType)) {
    if (effective !== '0') throw new Error(`${recordType} is not within others`);
    return [];
  }
  const used = { CommitmentDiscountStatus: 'Used', BilledCost: '0', EffectiveCost: effective };
  const fees = (commitment: AwsRow, frequency: string): AwsRow[] => [
    {
      ...commitment,
      ChargeCategory: 'Purchase',
      ChargeFrequency: frequency,
      BilledCost: billed,
      EffectiveCost: '0',
    },
    { ...commitment, CommitmentDiscountStatus: 'Unused', BilledCost: '0', EffectiveCost: effective },
  ];
  switch (recordType) {
    case 'Usage':
      return [costs];
    case 'SavingsPlanCoveredUsage':
      return [{ ...SAVINGS_PLAN, ...used }];
    case 'DiscountedUsage':
      return [{ ...RESERVATION, ...used }];
    case 'SavingsPlanRecurringFee':
      return fees(SAVINGS_PLAN, 'Recurring');
    case 'SavingsPlanUpfrontFee':
      return fees(SAVINGS_PLAN, 'One-Time').slice(0, 1);
    case 'RIFee':
      return fees(RESERVATION, 'Recurring');
    case 'Upfront':
      return fees(RESERVATION, 'One-Time').slice(0, 1);
    case 'Support':
      return [{ ChargeCategory: 'Purchase', ChargeFrequency: 'Recurring', ...costs }];
    case 'Refund':
      return [{ ChargeCategory: 'Adjustment', ChargeFrequency: 'One-Time', ...costs }];
    case 'Credit':
    case 'Tax':
      return [{ ChargeCategory: recordType, ChargeFrequency: 'One-Time', ...costs }];
    default:
      throw new Error(`FOCUS has no row for ${recordType}`);
  }
}
