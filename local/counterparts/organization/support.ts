import type { BusEvent } from '#local/bus/bus-event.ts';
import { Clock } from '#local/clock.ts';
import { type AwsBackend, type AwsCall, AwsError, awsJsonBackend } from '#local/proxy/aws-call.ts';
import { actingAccount, type Organization } from './acting-account.ts';
import { advisorOperations } from './support-advisor.ts';
import { SUPPORT_REGIONS } from './support-cases/attachment-link.ts';
import type { CaseCaller } from './support-cases/case-caller.ts';
import { caseOperations } from './support-cases/case-operations.ts';
import { severitiesOf } from './support-plans.ts';

export type SupportOptions = Organization & {
  clock?: Clock;
  /** Hears what AWS Support sends when somebody changes a case by its API. */
  announce?: (event: BusEvent) => void;
};

/** The AWS Support API, for the accounts whose plan has one: cases, and checks of Trusted Advisor. */
export function supportBackend({
  clock = new Clock(),
  announce = () => {},
  ...organization
}: SupportOptions): AwsBackend {
  const { identities, world } = organization;

  const callerOf = (call: AwsCall): CaseCaller => {
    refuseRegion(call, world.support.habits.brokenRegions);
    const account = actingAccount(organization, call);
    const severities = severitiesOf(account?.supportPlan ?? 'basic');
    if (!account || !severities) throw new AwsError('SubscriptionRequiredException', NO_SUBSCRIPTION);
    const role = identities.find(call.accessKeyId).arn.replace(/^.*\//, '');
    const submittedBy = `${role} (Role) <${account.email}>`;
    return { call, account, submittedBy, severities, support: world.support, now: clock.now(), announce };
  };

  return awsJsonBackend({
    ...advisorOperations(organization, (call) => callerOf(call).account.id, clock),
    ...caseOperations(callerOf),
  });
}

/** One service answers in several Regions: a client goes from one to the next when one is broken. */
function refuseRegion({ region }: AwsCall, broken: string[]): void {
  if (broken.includes(region)) throw new AwsError('InternalServerError', 'An internal error occurred.', 500);
  if (SUPPORT_REGIONS.includes(region)) return;
  const message = `Credential should be scoped to a valid region, not '${region}'.`;
  throw new AwsError('InvalidSignatureException', message);
}

const NO_SUBSCRIPTION = 'Amazon Web Services Premium Support Subscription is required to use this service.';
