import { type AwsCall, AwsError } from '#local/proxy/aws-call.ts';
import { actingAccount, type Organization } from './acting-account.ts';
import { HEALTH_SERVICE } from './service-principals.ts';
import type { SupportPlan, WorldAccount } from './world.ts';

const PLANS = new Set<SupportPlan>(['business', 'enterprise-on-ramp', 'business-plus', 'enterprise']);
/** An active and a passive one; other partitions have one. */
const REGIONS = new Set(['us-east-1', 'us-east-2', 'us-gov-west-1', 'cn-northwest-1']);
const MOST_FILTERS = 10;

const invalid = (message: string) => new AwsError('ValidationException', message);
const denied = (message: string) => new AwsError('AccessDeniedException', message);

/** The account that asks; one without the plan for it is refused. */
export function subscriber(organization: Organization, call: AwsCall): WorldAccount {
  if (!REGIONS.has(call.region)) throw new AwsError('UnknownEndpoint', `Health is not in ${call.region}`);
  const account = actingAccount(organization, call);
  if (!account || !PLANS.has(account.supportPlan)) {
    const message = 'The AWS Support plan of this account does not include the AWS Health API.';
    throw new AwsError('SubscriptionRequiredException', message);
  }
  return account;
}

/** The Organization's events are for its management account and the delegated administrators of Health. */
export function refuseOutsider({ world }: Organization, { id }: WorldAccount): void {
  const { health, managementAccount, delegatedAdministrators } = world;
  const isDelegated = delegatedAdministrators[id]?.includes(HEALTH_SERVICE) ?? false;
  if (id !== managementAccount && !isDelegated)
    throw denied(
      'The account is neither the management account nor a delegated administrator of AWS Health.',
    );
  if (!health.organizationalView) throw denied('The organizational view of AWS Health is not enabled.');
}

export function refuseBadPageSize({ maxResults }: Record<string, unknown>, least: number): void {
  const isGood = Number.isInteger(maxResults) && Number(maxResults) >= least && Number(maxResults) <= 100;
  if (maxResults !== undefined && !isGood) throw invalid(`maxResults must be between ${least} and 100`);
}

/** One to ten of something, as every list of the input may hold. */
export function upToTen<Item>(input: Record<string, unknown>, name: string): Item[] {
  const value = input[name];
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_FILTERS)
    throw invalid(`${name} must hold 1 to ${MOST_FILTERS} entries`);
  return value as Item[];
}

export function requiredArn(value: unknown): string {
  if (typeof value === 'string' && /^arn:aws[\w-]*:health:[^:]*::event\/./.test(value)) return value;
  throw invalid('eventArn must be the ARN of an event');
}
