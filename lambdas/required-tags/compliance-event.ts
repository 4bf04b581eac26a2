import * as z from 'zod/mini';
import { RecheckRequest } from '#lambdas/contracts/tags/recheck-request.ts';
import { Text } from '#lambdas/runtime/lenient-schema.ts';

const Identifier = z.catch(z.optional(z.object({ orderingTimestamp: Text })), undefined);

/**
 * What AWS Config sends when a rule finds a resource to be otherwise than before, or for the first time. It has neither
 * the tags nor an ARN. Old events have no `evaluationMode`, managed rules no `annotation`: neither is read.
 * https://docs.aws.amazon.com/config/latest/developerguide/monitor-config-with-cloudwatchevents.html
 */
export const ComplianceEvent = z.object({
  'detail-type': z.literal('Config Rules Compliance Change'),
  account: z.string().check(z.regex(/^\d{12}$/)),
  region: z.string(),
  time: Text,
  detail: z.object({
    resourceId: z.string(),
    resourceType: z.string(),
    /** `global` where the resource is. */
    awsRegion: Text,
    configRuleName: z.string(),
    newEvaluationResult: z.object({
      complianceType: z.string(),
      evaluationResultIdentifier: Identifier,
      resultRecordedTime: Text,
    }),
    /** Absent, or null, where it is the first evaluation. */
    oldEvaluationResult: z.catch(z.nullish(z.object({ complianceType: Text })), undefined),
  }),
});
export type ComplianceEvent = z.infer<typeof ComplianceEvent>;

/** What the queue carries: evaluations, and what a sweep asks to be looked at again. */
export const TagMessage = z.union([RecheckRequest, ComplianceEvent]);
export type TagMessage = z.infer<typeof TagMessage>;
