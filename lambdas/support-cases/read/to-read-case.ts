import * as z from 'zod/mini';
import { listOf, Text } from '#lambdas/runtime/lenient-schema.ts';
import type { ReadCase } from '#lambdas/support-cases/read/case-api.ts';
import { toMoment } from '#lambdas/support-cases/read/to-moment.ts';
import { toReadMessages } from '#lambdas/support-cases/read/to-read-message.ts';

/** It may have more digits than a number can hold, so it is text; a number that came is written out. */
const DisplayId = z.catch(
  z.union([z.string().check(z.minLength(1)), z.pipe(z.number(), z.transform(String))]),
  '',
);
const Recent = z.catch(z.object({ communications: z.optional(z.unknown()), nextToken: Text }), {
  communications: [],
});
const Case = z.object({
  caseId: z.string().check(z.minLength(1)),
  displayId: DisplayId,
  subject: Text,
  status: Text,
  serviceCode: Text,
  categoryCode: Text,
  severityCode: Text,
  submittedBy: Text,
  timeCreated: z.optional(z.unknown()),
  language: Text,
  ccEmailAddresses: listOf(z.string()),
  recentCommunications: Recent,
});

/** `lost`: messages that have no time. */
export type ReadCaseAnswer = { read: ReadCase; lost: number };

/**
 * Reads a case as AWS shows it, whatever it lacks but for what it is known by: both ids, and when it was created or at
 * least written to first. Undefined without them.
 */
export function toReadCase(value: unknown): ReadCaseAnswer | undefined {
  const { data } = Case.safeParse(value);
  if (!data?.displayId) return undefined;
  const { communications, nextToken } = data.recentCommunications;
  const { messages, lost } = toReadMessages(communications);
  const createdAt = toMoment(data.timeCreated) ?? messages.at(-1)?.at;
  if (createdAt === undefined) return undefined;
  const { caseId, displayId, subject = '', status = '', submittedBy = '', language } = data;
  const { serviceCode: service = '', categoryCode: category = '', severityCode: severity = '' } = data;
  const read: ReadCase = {
    caseId,
    displayId,
    subject,
    status,
    service,
    category,
    severity,
    submittedBy,
    createdAt,
    ...(language ? { language } : {}),
    cc: data.ccEmailAddresses,
    recent: { messages, hasMore: Boolean(nextToken) || lost > 0 },
  };
  return { read, lost };
}
