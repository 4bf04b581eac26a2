/** A row of an export: what is left out is null. Costs are decimal text, moments ISO 8601. */
export type AwsRow = Readonly<Record<string, string | Readonly<Record<string, string>> | null>>;

/** A dollar of storage of one account, on a day of October; effective costs are the billed ones unless said otherwise. */
export function aFocusRow({ day = '2026-10-05', ...row }: AwsRow & { day?: string } = {}): AwsRow {
  const month = day.slice(0, 7);
  const billed = row['BilledCost'] ?? '1';
  return {
    BilledCost: billed,
    EffectiveCost: billed,
    ListCost: billed,
    ContractedCost: billed,
    BillingAccountId: '000000000001',
    BillingAccountName: 'payer',
    BillingAccountType: 'Management account',
    BillingCurrency: 'USD',
    BillingPeriodStart: `${month}-01T00:00:00.000Z`,
    ChargeCategory: 'Usage',
    ChargeFrequency: 'Usage-Based',
    ChargeDescription: '$0.0245 per GB - first 50 TB',
    ChargePeriodStart: `${day}T00:00:00.000Z`,
    PricingCategory: 'Standard',
    ProviderName: 'AWS',
    PublisherName: 'AWS',
    RegionId: 'eu-central-1',
    ServiceName: 'Amazon Simple Storage Service',
    SubAccountId: '000000000001',
    SubAccountName: 'payer',
    Tags: {},
    ...row,
  };
}
