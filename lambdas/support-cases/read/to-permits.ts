import * as z from 'zod/mini';
import type { CasePermit } from '#lambdas/contracts/support/case-row.ts';
import { listOf, Text } from '#lambdas/runtime/lenient-schema.ts';
import { toMoment } from '#lambdas/support-cases/read/to-moment.ts';

const DECIDED = new Set(['ACCEPTED', 'REJECTED', 'CANCELLED']);
const Page = z.object({
  supportPermitRequests: listOf(
    z.object({
      requestArn: z.string(),
      supportCaseDisplayId: z.string(),
      status: Text,
      createdAt: z.optional(z.unknown()),
    }),
  ),
  nextToken: Text,
});

export type PermitPage = {
  requests: { displayId: string; permit: CasePermit }[];
  nextToken?: string | undefined;
};

/** The requests that nobody decided yet. A status that AWS makes up tomorrow is one of them. */
export function toPermits(answer: unknown): PermitPage {
  const { data } = Page.safeParse(answer);
  const { supportPermitRequests = [], nextToken } = data ?? {};
  const requests = supportPermitRequests
    .map(({ requestArn: id, supportCaseDisplayId: displayId, status = 'PENDING', createdAt }) => ({
      displayId,
      permit: { id, status, at: toMoment(createdAt) ?? new Date(0).toISOString() },
    }))
    .filter(({ permit }) => !DECIDED.has(permit.status));
  return { requests, nextToken };
}
