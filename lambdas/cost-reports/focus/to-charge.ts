import { ExportRefusal } from '#lambdas/cost-reports/focus/export-refusal.ts';
import type { FocusCell, FocusColumn, FocusRow } from '#lambdas/cost-reports/focus/focus-columns.ts';
import { recordTypeOfCharge } from '#lambdas/cost-reports/focus/record-type-of-charge.ts';
import { dayOf } from '#lambdas/cost-reports/periods.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';

/** A charge of an export, in the words of Cost Explorer. */
export type Charge = {
  /** `YYYY-MM-DD`, in UTC. */
  day: string;
  account: string;
  accountName: string;
  service: string;
  region: string;
  recordType: string;
  currency: string;
  tags: FocusCell;
  costCategories: FocusCell;
  /** Exact, in units of 10⁻¹⁰. */
  billed: bigint;
  effective: bigint;
};

const CURRENCY = /^[A-Z]{3}$/;
const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|\+00:?00| UTC)?)?$/;
/** What Cost Explorer calls the Region of what has none. */
const NO_REGION = 'NoRegion';

/** Reads the cells of `wantedColumns`. Refuses those that it cannot believe: no amount is not zero. */
export function toCharge(row: FocusRow): Charge {
  const [billed, effective, currency, category, chargeClass, frequency, start, payer] = row;
  const [account, accountName, service, region, commitment, status, tags, costCategories] = row.slice(8);
  const serviceName = required('ServiceName', service);
  return {
    day: toDay(start),
    // AWS leaves it out where a charge is of no account: the tax of a bill.
    account: text(account) || required('BillingAccountId', payer),
    accountName: text(accountName),
    service: serviceName,
    region: text(region) || NO_REGION,
    recordType: recordTypeOfCharge({
      category: required('ChargeCategory', category),
      chargeClass: text(chargeClass),
      frequency: text(frequency),
      service: serviceName,
      commitment: text(commitment),
      status: text(status),
    }),
    currency: toCurrency(currency),
    tags: tags ?? null,
    costCategories: costCategories ?? null,
    billed: toAmount('BilledCost', billed),
    effective: toAmount('EffectiveCost', effective),
  };
}

/** A double becomes the shortest decimal that is nearest to it: what AWS meant, up to fifteen digits. */
function toAmount(column: FocusColumn, cell: FocusCell | undefined): bigint {
  try {
    return parseDecimal(text(cell));
  } catch {
    throw unreadable(column, cell, 'an amount');
  }
}

function toDay(cell: FocusCell | undefined): string {
  const day = typeof cell === 'number' ? dayOf(new Date(cell)) : MOMENT.exec(text(cell))?.[1];
  if (!day) throw unreadable('ChargePeriodStart', cell, 'a moment in UTC');
  return day;
}

function toCurrency(cell: FocusCell | undefined): string {
  const currency = text(cell);
  if (!CURRENCY.test(currency)) throw unreadable('BillingCurrency', cell, 'a currency');
  return currency;
}

function required(column: FocusColumn, cell: FocusCell | undefined): string {
  const value = text(cell);
  if (value === '') throw unreadable(column, cell, 'filled');
  return value;
}

function text(cell: FocusCell | undefined): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}

function unreadable(column: FocusColumn, cell: FocusCell | undefined, wanted: string): ExportRefusal {
  const found = text(cell) === '' ? 'empty' : `"${text(cell).slice(0, 40)}"`;
  return new ExportRefusal(
    'invalid',
    `${column} of a charge is ${found}, and should be ${wanted}: is it a FOCUS export of AWS Data Exports?`,
  );
}
