import { z } from 'zod';
import { COST_REPORTS, type CostReport } from '#lambdas/contracts/cost-tables.ts';

/** These come with the keys that `tags` and `costCategories` name. */
const BY_KEYS: CostReport[] = ['tags', 'cost-categories'];
const CHOICES = COST_REPORTS.filter((report) => !BY_KEYS.includes(report));
/** These cost a further request each, and few need them. */
const ON_DEMAND: CostReport[] = ['accounts-by-service', 'comparison-drivers'];

const Key = z.string().min(1).max(128);
const distinct = <Entry>(entries: Entry[]) => new Set(entries).size === entries.length;
const TWICE = 'must name each one once';

const BASES = ['unblended', 'amortized', 'net_unblended', 'net_amortized'] as const;

/** Cost reports: what is asked, how often, and how much that may cost. */
export const Costs = z.strictObject({
  reports: z
    .array(z.enum(CHOICES))
    .min(1, 'must name at least one')
    .refine(distinct, TWICE)
    .default(CHOICES.filter((report) => !ON_DEMAND.includes(report))),
  /** Cost allocation tags, each a request a month. They must be activated in the Billing console. */
  tags: z.array(Key).refine(distinct, TWICE).default([]),
  /** Names of cost categories, each a request a month. */
  costCategories: z.array(Key).refine(distinct, TWICE).default([]),
  /** Whose reservations are looked at, each a request a month for each of the reports of reservations. */
  reservationServices: z
    .array(z.string().min(1))
    .min(1, 'must name at least one')
    .refine(distinct, TWICE)
    .default(['Amazon Elastic Compute Cloud - Compute']),
  /** The first run asks for 38 months, where the payer keeps data of several years; else for 13. */
  severalYears: z.boolean().default(false),
  /** What digest and page count by. Files hold all four. */
  basis: z.enum(BASES).default('unblended'),
  /** Of all accounts of the Organization, or of the hub account alone, without a role in the management account. */
  view: z.enum(['organization', 'account']).optional(),
  /** Billed requests, a cent each, that a run and all runs of a calendar month may make. */
  caps: z
    .strictObject({
      run: z.int().min(1).max(100_000).default(60),
      month: z.int().min(1).max(100_000).default(400),
    })
    .prefault({}),
  /** The hour (UTC) of the daily digest. AWS has most of a day's costs by the middle of the next. */
  dailyAt: z.int().min(0).max(23).default(9),
  /** The day of the monthly run. Credits, refunds and support fees of a month come until the 7th of the next. */
  closeDay: z.int().min(2).max(28).default(8),
  /** Cost anomalies, which AWS detects for free, as alerts. */
  anomalies: z.boolean().default(true),
  /** Also as Parquet, which Athena reads for less. */
  parquet: z.boolean().default(false),
  /** Read a FOCUS export of AWS Data Exports instead of asking Cost Explorer. */
  focus: z
    .strictObject({
      bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket'),
      /** Where the export lies, without its `data/` and `metadata/`: `exports/focus`. */
      prefix: z
        .string()
        .min(1)
        .regex(/^[^/].*[^/]$/, 'must neither begin nor end with a /'),
    })
    .optional(),
});
