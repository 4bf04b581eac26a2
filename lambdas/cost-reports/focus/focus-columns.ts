import { ExportRefusal } from '#lambdas/cost-reports/focus/export-refusal.ts';

/** The columns that are read, of the 60 that AWS has: those of FOCUS 1.0 already, so that exports of 1.0 do as well. */
const CHARGE_COLUMNS = [
  'BilledCost',
  'EffectiveCost',
  'BillingCurrency',
  'ChargeCategory',
  'ChargeClass',
  'ChargeFrequency',
  'ChargePeriodStart',
  'BillingAccountId',
  'SubAccountId',
  'SubAccountName',
  'ServiceName',
  'RegionId',
  'CommitmentDiscountCategory',
  'CommitmentDiscountStatus',
] as const;
/** FOCUS 1.2 has both in Tags. https://docs.aws.amazon.com/cur/latest/userguide/table-dictionary-focus-1-2-migrating.html */
const TAG_COLUMNS = ['Tags', 'x_CostCategories'] as const;
const OPTIONAL: readonly string[] = ['x_CostCategories'];

export type FocusColumn = (typeof CHARGE_COLUMNS)[number] | (typeof TAG_COLUMNS)[number];

/** Text of CSV; of Parquet also doubles, moments in milliseconds, and maps. Null: there is none. */
export type FocusCell = string | number | object | null;
/** The cells of a charge, in the order of the columns that were asked for. */
export type FocusRow = readonly FocusCell[];

/** Maps are read only where somebody asks for what is in them: they take longer than all the rest. */
export function wantedColumns(withTags: boolean): readonly FocusColumn[] {
  return withTags ? [...CHARGE_COLUMNS, ...TAG_COLUMNS] : CHARGE_COLUMNS;
}

/** Where each wanted column is among those of a file, -1 for one that may be missing. Refuses a file without the others. */
export function placesOf(wanted: readonly FocusColumn[], found: readonly string[]): number[] {
  const missing = wanted.filter((name) => !found.includes(name) && !OPTIONAL.includes(name));
  if (missing.length > 0) {
    const columns = missing.length === 1 ? `the column ${missing[0]}` : `the columns ${missing.join(', ')}`;
    throw new ExportRefusal(
      'invalid',
      `It lacks ${columns}: create the export of the table FOCUS_1_2_AWS with all columns.`,
    );
  }
  return wanted.map((name) => found.indexOf(name));
}
