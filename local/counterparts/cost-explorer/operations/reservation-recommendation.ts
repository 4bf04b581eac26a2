import { toText } from '../amount.ts';
import { addDays } from '../calendar.ts';
import { amountOf, type Charge } from '../ledger/charge.ts';
import { EC2 } from '../question/commitment-question.ts';
import { readFilter } from '../question/filter.ts';
import { type Listing, listing, type Question } from '../question/question.ts';
import { visibleCharges } from '../question/visible-charges.ts';
import { invalid, missing } from '../refusals.ts';
import { sizeOfPage } from './size-of-page.ts';

const DETAILS: Record<string, string> = {
  [EC2]: 'EC2InstanceDetails',
  'Amazon Relational Database Service': 'RDSInstanceDetails',
  'Amazon ElastiCache': 'ElastiCacheInstanceDetails',
  'Amazon Redshift': 'RedshiftInstanceDetails',
  'Amazon OpenSearch Service': 'ESInstanceDetails',
  'Amazon MemoryDB': 'MemoryDBInstanceDetails',
};
const DAYS = { SEVEN_DAYS: 7, THIRTY_DAYS: 30, SIXTY_DAYS: 60 } as const;

/** GetReservationPurchaseRecommendation: to reserve what ran all the time. Often there is nothing to say. */
export function reservationRecommendation(question: Question): Listing {
  const { input, switches, today } = question;
  const { Service: service, TermInYears = 'ONE_YEAR', PaymentOption = 'NO_UPFRONT' } = input;
  const { LookbackPeriodInDays = 'SEVEN_DAYS', AccountScope = 'PAYER' } = input;
  if (typeof service !== 'string') throw missing('service');
  const kind = DETAILS[service];
  if (!kind) throw invalid(`Service is invalid: ${service}`);
  const days = DAYS[LookbackPeriodInDays as keyof typeof DAYS];
  if (!days) throw invalid(`LookbackPeriodInDays is invalid: ${String(LookbackPeriodInDays)}`);

  const filter = readFilter(question);
  const charges = visibleCharges(question, { start: addDays(today, -days), end: today }, (purpose) => {
    const runs = purpose.service === service && purpose.recordType === 'Usage' && purpose.instanceType;
    return Boolean(runs) && filter(purpose);
  });
  const groups = Map.groupBy(charges, ({ purpose: { account, instanceType, region } }) =>
    [account, instanceType, region].join('\0'),
  );
  const found = switches.recommendations ? [...groups.values()] : [];
  const details = found.flatMap((group) => toDetail(group, days, kind, switches.currency));
  const Metadata = {
    RecommendationId: `recommendation-${today}`,
    GenerationTimestamp: `${today}T03:00:00Z`,
  };
  const told = { AccountScope, LookbackPeriodInDays, TermInYears, PaymentOption };
  const size = sizeOfPage(question, { member: 'PageSize', usual: 20 });
  return listing(details, size, (RecommendationDetails) => ({
    Metadata,
    Recommendations:
      RecommendationDetails.length > 0
        ? [{ ...told, RecommendationDetails, RecommendationSummary: { CurrencyCode: switches.currency } }]
        : [],
  }));
}

/** Hours of a day that an instance has. */
const DAY_HOURS = 24;
const SAVING = { of: 30n, percent: 38n };

function toDetail(charges: Charge[], days: number, kind: string, CurrencyCode: string) {
  const [first] = charges;
  const hours = charges.reduce((sum, charge) => sum + amountOf(charge, 'UsageQuantity'), 0n);
  const count = hours / BigInt(days * DAY_HOURS) / 10n ** 10n;
  if (!first || count === 0n) return [];
  const { account, instanceType, region } = first.purpose;
  const cost = charges.reduce((sum, charge) => sum + amountOf(charge, 'UnblendedCost'), 0n);
  const monthly = (cost * SAVING.of) / BigInt(days);
  const saved = (monthly * SAVING.percent) / 100n;
  return [
    {
      AccountId: account,
      InstanceDetails: { [kind]: { InstanceType: instanceType, Region: region } },
      RecommendedNumberOfInstancesToPurchase: String(count),
      CurrencyCode,
      UpfrontCost: '0',
      RecurringStandardMonthlyCost: toText(monthly - saved),
      EstimatedMonthlyOnDemandCost: toText(monthly),
      EstimatedMonthlySavingsAmount: toText(saved),
      EstimatedMonthlySavingsPercentage: String(SAVING.percent),
    },
  ];
}
