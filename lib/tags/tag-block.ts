import { z } from 'zod';
import { SEVERITIES } from '#lambdas/contracts/observation.ts';
import { AccountId, OrganizationalUnitId } from '#lib/organization-settings.ts';
import { OuPath, Words } from '#lib/settings-words.ts';
import { typesLike } from '#lib/tags/resource-types.ts';
import { patternIssue } from '#lib/tags/tag-pattern.ts';

const distinct = <Entry>(entries: Entry[]) => new Set(entries).size === entries.length;
const TWICE = 'must name each one once';

const Types = z
  .array(
    z.string().refine((type) => typesLike(type).length > 0, {
      error:
        'must be a resource type of AWS Config such as AWS::S3::Bucket, or a pattern such as AWS::RDS::*',
    }),
  )
  .min(1, 'must name at least one')
  .refine(distinct, TWICE);

/** AWS allows 128 letters of a key, and keeps those that begin with `aws:` for itself. */
const Key = z
  .string()
  .min(1)
  .max(128)
  .regex(
    /^[\p{L}\p{N} _.:/=+\-@]+$/u,
    'must be letters, digits, spaces and _ . : / = + - @, as AWS takes them',
  )
  .refine(
    (key) => !key.toLowerCase().startsWith('aws:'),
    'must not begin with aws:, which AWS keeps for itself',
  );

const Value = z
  .string()
  .trim()
  .min(1, 'must not be blank')
  .max(256)
  .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u, 'must not hold line ends or other characters that are not seen');

const RequiredTag = z
  .strictObject({
    key: Key,
    /** Why, as a clause that completes "It says …": `who is called when it breaks`. */
    purpose: z.string().min(5, 'must say why, in five letters or more').max(200),
    values: z.array(Value).min(1, 'must name at least one').refine(distinct, TWICE).optional(),
    /** What the whole value must match: a regular expression, without ^ and $. */
    pattern: z
      .string()
      .min(1)
      .max(500)
      .check(({ value, issues }) => {
        const message = patternIssue(value);
        if (message) issues.push({ code: 'custom', input: value, message });
      })
      .optional(),
    /** What people write instead: `team` for `Owner`. Other spellings of the key itself are known anyway. */
    aliases: z.array(Key).refine(distinct, TWICE).default([]),
    /** Only these types need it; without it, all of the policy do. */
    types: Types.optional(),
    severity: z.enum(SEVERITIES).optional(),
  })
  .refine(({ values, pattern }) => !values || !pattern, {
    path: ['pattern'],
    error: 'must not stand beside values: one of the two says what is allowed',
  });

const Exemption = z.strictObject({
  reason: z.string().min(5, 'must say why, in five letters or more'),
  owner: z.string().min(1),
  until: z.iso.datetime({ offset: true, error: 'must be a moment such as 2027-01-31T00:00:00Z' }),
  when: z
    .strictObject({
      accounts: z.array(AccountId).min(1, 'must name at least one').optional(),
      regions: Words.optional(),
      ous: z.array(OuPath).min(1, 'must name at least one').optional(),
      types: Words.optional(),
      resources: Words.optional(),
      tags: z.record(z.string(), Words).optional(),
    })
    .refine((when) => Object.keys(when).length > 0, 'must say what is exempt'),
});

/** Required tags: one policy, checked by AWS Config everywhere. */
export const Tags = z.strictObject({
  required: z
    .array(RequiredTag)
    .min(1, 'must name at least one')
    .refine((tags) => distinct(tags.map(({ key }) => key)), 'must name each key once'),
  /** Resource types of AWS Config, or patterns such as `AWS::RDS::*`; without it, those that most people make. */
  types: Types.optional(),
  /** Only accounts below these paths are held to it. */
  ous: z.array(OuPath).min(1, 'must name at least one').optional(),
  /** Only these accounts are held to it. */
  accounts: z.array(AccountId).min(1, 'must name at least one').optional(),
  /** Roots or organizational units that get the Config rules; without it, all targets of the Organization. */
  targets: z.array(OrganizationalUnitId).min(1, 'must name at least one').optional(),
  severity: z.enum(SEVERITIES).default('warning'),
  /** Something that lacks tags is told only when it has lacked them for so many days. */
  graceDays: z.int().min(0).max(90).default(0),
  /** Whoever tags within these minutes after creating something hears nothing. */
  settleMinutes: z.int().min(2).max(15).default(3),
  exemptions: z.array(Exemption).default([]),
  /** `guard`: rules that check everything. `managed`: AWS's REQUIRED_TAGS, which checks less. `none`: sweeps alone. */
  rules: z.enum(['guard', 'managed', 'none']).default('guard'),
  /** Count once a day how much of everything is tagged, and heal what no event told. */
  coverage: z.boolean().default(true),
  /** An aggregator of the hub account that exists already; without it, one is made. */
  aggregator: z.string().min(1).max(256).optional(),
});
export type Tags = z.infer<typeof Tags>;
