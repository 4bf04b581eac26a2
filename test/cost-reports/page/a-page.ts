import { COST_REPORTS, groupedTable, OWN_TABLES } from '#lambdas/contracts/cost-tables.ts';
import type { Provenance } from '#lambdas/contracts/report.ts';
import { stateKey } from '#lambdas/contracts/report-keys.ts';
import type { PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { everyDay } from '#lambdas/cost-reports/page/read-days.ts';
import { type AboutPage, readPageData } from '#lambdas/cost-reports/page/read-page-data.ts';
import { renderPage } from '#lambdas/cost-reports/page/render-page.ts';
import { addDays, addMonths, firstDayOf, monthOf } from '#lambdas/cost-reports/periods.ts';
import { measuresOf } from '#lambdas/cost-reports/record-type.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';
import { writeJson } from '#lambdas/runtime/report-store.ts';
import { aStoredTable, type Cells } from '#test/cost-reports/page/a-stored-table.ts';
import { type Charge, chargesOf } from '#test/cost-reports/page/some-charges.ts';
import { type MemoryStore, memoryStore } from '#test/runtime/memory-store.ts';

const BASES = ['net_unblended', 'net_amortized'] as const;

export type APage = {
  month?: string;
  accounts?: number;
  /** Tables by day of both months: a running month is compared by them. */
  daily?: boolean;
  provenance?: Partial<Provenance>;
  accountName?: (index: number) => string;
  tagValue?: (index: number) => string;
};

/** A store with all tables that a page reads, of an estate with so many accounts. */
export async function aStore({
  month = '2026-11',
  accounts = 20,
  daily = true,
  ...names
}: APage = {}): Promise<MemoryStore> {
  const store = memoryStore();
  const before = addMonths(month, -1);
  for (const each of [before, month]) {
    const charges = chargesOf(daysOf(each), { accounts, ...names });
    if (daily) await storeGrouped(store, each, charges, 'DAILY');
    await storeGrouped(store, each, charges, 'MONTHLY');
  }
  for (let back = 2; back < 13; back += 1) {
    const each = addMonths(month, -back);
    const charges = chargesOf([firstDayOf(each)], { accounts: 1 }).map((charge) => ({
      ...charge,
      amount: charge.amount * 26n,
    }));
    await aStoredTable(store, groupedTable('total', 'MONTHLY'), each, totalRows(charges));
  }
  await storeOwn(store, month);
  await writeJson(store, stateKey('cost-reports', 'requests-2026-11'), { total: 66, runs: {} });
  return store;
}

/** What a page shows of such a store. */
export async function aPageData(page: APage = {}, store?: MemoryStore): Promise<PageData> {
  return readPageData(store ?? (await aStore(page)), page.month ?? '2026-11', aboutPage(page.provenance));
}

/** Such a page, as HTML. */
export async function aPage(page: APage = {}): Promise<string> {
  return renderPage(await aPageData(page));
}

export function aboutPage(provenance: Partial<Provenance> = {}): AboutPage {
  return {
    basis: 'net_unblended',
    reports: COST_REPORTS,
    provenance: {
      run: '2026-11-22T090000Z-daily',
      fetchedAt: '2026-11-22T09:00:12Z',
      source: 'Cost Explorer',
      requests: 3,
      partial: false,
      notes: [],
      ...provenance,
    },
  };
}

/** All days of a month that costs are known of on 22 November 2026. */
function daysOf(month: string): string[] {
  const last = addDays(firstDayOf(addMonths(month, 1)), -1);
  return everyDay(firstDayOf(month), last < '2026-11-21' ? last : '2026-11-21');
}

async function storeGrouped(
  store: MemoryStore,
  month: string,
  charges: Charge[],
  granularity: 'DAILY' | 'MONTHLY',
) {
  const put = (report: Parameters<typeof groupedTable>[0], rows: Iterable<Cells>) =>
    aStoredTable(store, groupedTable(report, granularity), month, rows);
  const estimated = month === '2026-11';
  const grouped = (of: (charge: Charge) => Cells) =>
    summed(charges, (charge) => ({
      ...(granularity === 'DAILY' && { period_start: charge.day }),
      ...of(charge),
      estimated,
    }));
  const days = granularity === 'DAILY' ? [...new Set(charges.map(({ day }) => day))] : [firstDayOf(month)];
  const totals = days.flatMap((day) => {
    const own = granularity === 'DAILY' ? charges.filter((charge) => charge.day === day) : charges;
    return totalRows(own).map((row) => ({ ...row, period_start: day, estimated }));
  });
  await put('total', totals);
  await put(
    'services',
    grouped(({ service, recordType }) => ({ service, record_type: recordType })),
  );
  await put(
    'accounts',
    grouped(({ account, accountName, recordType }) => ({
      account,
      account_name: accountName,
      record_type: recordType,
    })),
  );
  await put(
    'record-types',
    grouped(({ category, recordType }) => ({ category, record_type: recordType })),
  );
  if (granularity === 'DAILY') return;
  await put(
    'regions',
    grouped(({ region, recordType }) => ({ region, record_type: recordType })),
  );
  await put(
    'tags',
    ['team', 'stage'].flatMap((key) =>
      grouped(({ tagValue, recordType }) => ({
        tag_key: key,
        tag_value: key === 'team' ? tagValue : '',
        record_type: recordType,
      })),
    ),
  );
  await put(
    'cost-categories',
    grouped(({ region, recordType }) => ({
      cost_category: 'Business unit',
      cost_category_value: region === 'NoRegion' ? '' : `Unit ${region}`,
      record_type: recordType,
    })),
  );
  await put('commitment-use', commitmentRows(charges));
}

function totalRows(charges: readonly Charge[]): Cells[] {
  const measures = measuresOf(charges.map(({ recordType, amount }) => [recordType, amount] as const));
  return Object.entries(measures).map(([measure, amount]) => ({ measure, amount }));
}

function summed(charges: readonly Charge[], of: (charge: Charge) => Cells): Cells[] {
  const sums = new Map<string, Cells & { amount: bigint }>();
  for (const charge of charges) {
    const cells = of(charge);
    const key = JSON.stringify(cells);
    const known = sums.get(key);
    if (known) known.amount += charge.amount;
    else sums.set(key, { ...cells, amount: charge.amount });
  }
  return [...sums.values()];
}

function commitmentRows(charges: readonly Charge[]): Cells[] {
  const accounts = [...new Map(charges.map(({ account, accountName }) => [account, accountName]))].slice(
    0,
    8,
  );
  return accounts.flatMap(([account, account_name], index) => {
    const row = { account, account_name, commitment: 'savings_plan' };
    const fee = index < 2 ? parseDecimal('5110.0000000001') : 0n;
    return BASES.flatMap((basis) => [
      ...(fee
        ? [{ ...row, basis, measure: 'recurring_fee', amount: basis === 'net_unblended' ? fee : fee / 50n }]
        : []),
      ...(index === 0
        ? []
        : [
            {
              ...row,
              basis,
              measure: 'covered_usage',
              amount: parseDecimal(String((basis === 'net_unblended' ? 4200 : 3000) / index)),
            },
          ]),
    ]);
  });
}

async function storeOwn(store: MemoryStore, month: string): Promise<void> {
  const d = parseDecimal;
  const put = (table: keyof typeof OWN_TABLES, rows: Cells[]) =>
    aStoredTable(store, OWN_TABLES[table], month, rows);
  const ec2 = { service: 'Amazon Elastic Compute Cloud - Compute' };
  await put('sp-coverage', [
    {
      covered_spend: d('14210.5'),
      on_demand_cost: d('5020'),
      total_cost: d('19230.5'),
      coverage_percent: d('73.9'),
    },
  ]);
  await put('sp-utilization', [
    {
      commitment: d('10220'),
      used_commitment: d('9913.4'),
      unused_commitment: d('306.6'),
      utilization_percent: d('97'),
      net_savings: d('3990.5'),
      on_demand_equivalent: d('14210.5'),
      amortized_commitment: d('10220'),
    },
  ]);
  await put('ri-coverage', [
    {
      ...ec2,
      reserved_hours: d('1440'),
      on_demand_hours: d('720'),
      running_hours: d('2160'),
      coverage_percent: d('66.66666'),
    },
  ]);
  await put('ri-utilization', [
    {
      ...ec2,
      purchased_hours: d('1440'),
      used_hours: d('1440'),
      unused_hours: 0n,
      utilization_percent: d('100'),
      net_savings: d('412.77'),
      amortized_fee: d('801'),
    },
  ]);
  await put('ri-recommendations', [
    {
      service: 'Amazon Relational Database Service',
      account: '000000000012',
      account_name: 'payments-prod',
      what: 'db.r6g.large, eu-central-1',
      term: 'ONE_YEAR',
      payment_option: 'NO_UPFRONT',
      count: d('3'),
      upfront_cost: 0n,
      monthly_cost: d('310.25'),
      monthly_savings: d('151.4'),
    },
  ]);
  const driver = { ...ec2, selector: 'BoxUsage:m7g.xlarge' };
  await put('comparison-drivers', [
    {
      ...driver,
      driver_type: '',
      driver: '',
      baseline: d('9000'),
      comparison: d('11000'),
      change: d('2000'),
    },
    {
      ...driver,
      driver_type: 'USAGE_CHANGE',
      driver: 'Usage change',
      baseline: d('9000'),
      comparison: d('11300'),
      change: d('2300'),
    },
    {
      ...driver,
      driver_type: 'CREDIT',
      driver: 'Credits',
      baseline: 0n,
      comparison: d('-300'),
      change: d('-300'),
    },
  ]);
  if (month === monthOf('2026-11-22'))
    await put('forecast', [
      { period_start: '2026-11-22', mean: d('1800.1'), low: d('1600'), high: d('2000'), level: 80 },
      { period_start: '2026-11-23', mean: d('14400'), low: d('13300'), high: d('15800'), level: 80 },
    ]);
}
