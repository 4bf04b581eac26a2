import { z } from 'zod';
import { SEVERITIES, type Severity } from '#lambdas/contracts/observation.ts';
import { AccountId } from '#lib/organization-settings.ts';
import { Moment, Name, Reason, Words } from '#lib/settings-words.ts';

/** AWS's words for the categories of checks. */
const CATEGORIES = [
  'security',
  'cost_optimizing',
  'fault_tolerance',
  'performance',
  'service_limits',
  'operational_excellence',
] as const;

/** Trusted Advisor flags no service limit of which less is used. */
const FIRST_PERCENT = 80;

const Mute = z.strictObject({
  id: Name,
  reason: Reason,
  until: Moment,
  when: z
    .strictObject({
      accounts: z.array(AccountId).min(1, 'must name at least one').optional(),
      regions: Words.optional(),
      categories: z.array(z.enum(CATEGORIES)).min(1, 'must name at least one').optional(),
      checks: Words.optional(),
      services: Words.optional(),
      limits: Words.optional(),
      resources: Words.optional(),
      /** This severity or milder. */
      severity: z.enum(SEVERITIES).optional(),
    })
    .refine(
      (when) => Object.keys(when).length > 0,
      'must say what is muted: with nothing in it, everything is',
    ),
});

const Limit = z.strictObject({
  percent: z
    .int()
    .min(FIRST_PERCENT, `must be ${FIRST_PERCENT} or more: below, Trusted Advisor says nothing`),
  severity: z.enum(SEVERITIES),
});

const USUAL_LIMITS: { percent: number; severity: Severity }[] = [
  { percent: FIRST_PERCENT, severity: 'warning' },
  { percent: 100, severity: 'error' },
];

/** What Reeve tells of Trusted Advisor, and what it keeps back. */
export const TrustedAdvisor = z.strictObject({
  categories: z
    .array(z.enum(CATEGORIES))
    .min(1, 'must name at least one')
    .default([...CATEGORIES]),
  /** Severities that are told; all are in the reports. */
  severities: z
    .array(z.enum(SEVERITIES))
    .min(1, 'must name at least one')
    .default(['critical', 'error', 'warning', 'info']),
  /** Names or ids of checks that are watched; `*` stands for any run of characters. */
  checks: Words.default(['*']),
  /** The same, of checks that are not. */
  except: z.array(z.string().min(1)).default([]),
  /** Also watch the checks that mirror AWS Security Hub, which tells of the same itself, and newer. */
  securityHub: z.boolean().default(false),
  /** Severity of a service limit from so many percent on. Below the first, it is not told. */
  limits: z
    .array(Limit)
    .min(1, 'must hold at least one')
    .refine(isAscending, 'must have ascending percents')
    .default(USUAL_LIMITS),
  mutes: z.array(Mute).default([]),
  /** A check whose result is older is refreshed when its account is read, once a day. False: left to AWS, which does so weekly. */
  refreshAfterHours: z.union([z.int().min(6).max(720), z.literal(false)]).default(24),
});
export type TrustedAdvisor = z.infer<typeof TrustedAdvisor>;

function isAscending(limits: { percent: number }[]): boolean {
  return limits.every(({ percent }, index) => index === 0 || percent > (limits[index - 1]?.percent ?? 0));
}
