import { z } from 'zod';
import { WITHHELD_REASONS } from '#lambdas/contracts/support/case-row.ts';
import { AccountId } from '#lib/organization-settings.ts';
import { Name, OuPath } from '#lib/settings-words.ts';
import { Answers } from '#lib/support/answer-block.ts';
import { Tracker } from '#lib/support/tracker-block.ts';

/** AWS's targets for the first answer, by severity: https://docs.aws.amazon.com/awssupport/latest/user/case-management.html */
const USUAL_TARGETS = { low: 24 * 60, normal: 12 * 60, high: 4 * 60, urgent: 60, critical: 15 };

/** Cases of AWS Support in every account: what is kept of them, who may read them, and when people are reminded. */
export const Support = z.strictObject({
  /** How often open cases are read, beside what events announce. */
  everyMinutes: z.int().min(15).max(60).default(30),
  /** How far back cases are read at first; AWS keeps them so long. */
  months: z.int().min(1).max(24).default(24),
  /** Keep the files of messages in the raw store. */
  attachments: z.boolean().default(true),
  /** Show requests of AWS's staff to see data on the case that they are about. */
  permits: z.boolean().default(true),
  /** Minutes until the first answer of AWS, by the code of the severity: plans differ. */
  firstAnswerMinutes: z.record(z.string().min(1), z.int().min(1)).default(USUAL_TARGETS),
  /** A case that has waited for us so many hours is recalled in its thread: AWS closes it after some days. */
  remindAfterHours: z.array(z.int().min(1)).default([24, 72]),
  /** So many days before a resolved case cannot be reopened any more, its thread says so. False: it does not. */
  remindReopenDays: z.union([z.int().min(1).max(13), z.literal(false)]).default(false),
  /** Cases that only those may read who can open the raw store. `except`: kinds that all readers may. */
  withhold: z
    .strictObject({
      except: z.array(z.enum(WITHHELD_REASONS)).default([]),
      accounts: z.array(AccountId).default([]),
      ous: z.array(OuPath).default([]),
      /** Tags of the account, by key; values may hold `*`. */
      tags: z.record(z.string().min(1), z.array(z.string().min(1)).min(1)).default({}),
    })
    .prefault({}),
  /** Names of roles of the hub's account that may open the raw store: for the day on which somebody has to. */
  rawReaders: z.array(z.string().regex(/^[\w+=,.@/-]{1,64}$/, 'must be the name of a role')).default([]),
  /** Beside secrets, take out what names a machine or an account too: `[IP 1]`, `[ACCOUNT 2]`, the same in all of a case. */
  pseudonyms: z.boolean().default(false),
  /** Where cases are mirrored, by names of your own. */
  trackers: z.record(Name, Tracker).default({}),
  answers: Answers.optional(),
});
export type Support = z.infer<typeof Support>;
