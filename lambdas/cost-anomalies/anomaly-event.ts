import * as z from 'zod/mini';
import { listOf, Text } from '#lambdas/runtime/lenient-schema.ts';

const AccountId = z.catch(z.optional(z.string().check(z.regex(/^\d{12}$/))), undefined);
/** JSON numbers, and so already rounded: for showing only. */
const Dollars = z.catch(z.optional(z.number()), undefined);

const RootCause = z.object({
  linkedAccount: AccountId,
  linkedAccountName: Text,
  region: Text,
  service: Text,
  usageType: Text,
  impact: z.catch(z.object({ contribution: Dollars }), { contribution: undefined }),
});
export type RootCause = z.infer<typeof RootCause>;

const Impact = z.object({
  totalActualSpend: Dollars,
  totalExpectedSpend: Dollars,
  totalImpact: Dollars,
  totalImpactPercentage: Dollars,
});

const AnomalyDetail = z.object({
  accountId: AccountId,
  accountName: Text,
  anomalyId: Text,
  anomalyStartDate: Text,
  anomalyEndDate: Text,
  dimensionValue: Text,
  impact: z.catch(Impact, {}),
  monitorArn: Text,
  monitorName: Text,
  rootCauses: listOf(RootCause),
  anomalyDetailsLink: Text,
});
export type AnomalyDetail = z.infer<typeof AnomalyDetail>;

/**
 * An event of AWS Cost Anomaly Detection; only the fields used, all of `detail` optional.
 * https://docs.aws.amazon.com/cost-management/latest/userguide/cad-eventbridge.html
 */
export const AnomalyEvent = z.object({
  account: z.string(),
  region: z.string(),
  time: z.iso.datetime(),
  detail: AnomalyDetail,
});
export type AnomalyEvent = z.infer<typeof AnomalyEvent>;
