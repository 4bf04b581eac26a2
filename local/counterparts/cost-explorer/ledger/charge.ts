/** What Cost Explorer sums, in the order of the amounts of a charge. */
export const METRICS = [
  'UnblendedCost',
  'AmortizedCost',
  'NetUnblendedCost',
  'NetAmortizedCost',
  'BlendedCost',
  'UsageQuantity',
  'NormalizedUsageAmount',
] as const;
export type Metric = (typeof METRICS)[number];

/** For what somebody pays. The charges of many days share one. */
export type Purpose = {
  account: string;
  service: string;
  recordType: string;
  region?: string;
  usageType?: string;
  operation?: string;
  instanceType?: string;
  az?: string;
  platform?: string;
  purchaseType?: string;
  tenancy?: string;
  legalEntity?: string;
  invoicingEntity?: string;
  reservation?: string;
  /** Savings Plans may pay for it. */
  isPlanEligible?: boolean;
  tags: Readonly<Record<string, string>>;
  costCategories: Readonly<Record<string, string>>;
  /** Of the quantity: `Hrs`, `GB-Mo`. */
  unit: string;
};

/** A line of the bill: a purpose's cost on a day. */
export type Charge = {
  day: string;
  purpose: Purpose;
  /** In units of 10⁻¹⁰, in the order of METRICS. */
  amounts: readonly bigint[];
  /** Late charges: the day from which Cost Explorer tells of it. */
  seenFrom?: string;
};

/** One amount of a charge. */
export function amountOf({ amounts }: Pick<Charge, 'amounts'>, metric: Metric): bigint {
  return amounts[METRICS.indexOf(metric)] ?? 0n;
}
