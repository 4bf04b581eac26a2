/** What AWS stores a column as, in Parquet. */
export type AwsType = 'string' | 'double' | 'timestamp' | 'map' | 'doubles';

const STRINGS = `
AvailabilityZone BillingAccountId BillingAccountName BillingAccountType BillingCurrency CapacityReservationId
CapacityReservationStatus ChargeCategory ChargeClass ChargeDescription ChargeFrequency CommitmentDiscountCategory
CommitmentDiscountId CommitmentDiscountName CommitmentDiscountStatus CommitmentDiscountType CommitmentDiscountUnit
ConsumedUnit InvoiceId InvoiceIssuerName PricingCategory PricingCurrency PricingUnit ProviderName PublisherName
RegionId RegionName ResourceId ResourceName ResourceType ServiceCategory ServiceName ServiceSubcategory SkuId SkuMeter
SkuPriceId SubAccountId SubAccountName SubAccountType x_Operation x_ServiceCode`;
const DOUBLES = `
BilledCost CommitmentDiscountQuantity ConsumedQuantity ContractedCost ContractedUnitPrice EffectiveCost ListCost
ListUnitPrice PricingCurrencyContractedUnitPrice PricingCurrencyEffectiveCost PricingCurrencyListUnitPrice
PricingQuantity`;
const TIMESTAMPS = 'BillingPeriodEnd BillingPeriodStart ChargePeriodEnd ChargePeriodStart';
const MAPS = 'SkuPriceDetails Tags';

const typed = (names: string, type: AwsType) =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => [name, type] as const);

/** The 60 columns of FOCUS 1.2 with AWS columns, in AWS's order. */
export const AWS_COLUMNS: readonly (readonly [name: string, type: AwsType])[] = [
  ...typed(STRINGS, 'string'),
  ...typed(DOUBLES, 'double'),
  ...typed(TIMESTAMPS, 'timestamp'),
  ...typed(MAPS, 'map'),
  ['x_Discounts', 'doubles'] as const,
].sort(([one], [other]) => (one < other ? -1 : 1));
