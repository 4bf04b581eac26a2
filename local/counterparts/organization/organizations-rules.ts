import { AwsError } from '#local/proxy/aws-call.ts';
import type { Identity } from './identities.ts';
import type { World } from './world.ts';

const ACCOUNT = String.raw`\d{12}`;
const ROOT = 'r-[0-9a-z]{4,32}';
const UNIT = 'ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}';
const PATTERNS = {
  account: new RegExp(`^${ACCOUNT}$`),
  unit: new RegExp(`^${UNIT}$`),
  parent: new RegExp(`^(?:${ROOT}|${UNIT})$`),
  child: new RegExp(`^(?:${ACCOUNT}|${UNIT})$`),
  taggable: new RegExp(`^(?:${ROOT}|${UNIT}|${ACCOUNT})$`),
};

const MOST_RESULTS = 20;

const invalidInput = (message: string) => new AwsError('InvalidInputException', message);

/** An id of the input, of the kind that its operation takes. */
export function idIn(input: Record<string, unknown>, field: string, kind: keyof typeof PATTERNS): string {
  const id = input[field];
  if (typeof id !== 'string' || !PATTERNS[kind].test(id))
    throw invalidInput(`You provided a value for ${field} that does not match the required pattern.`);
  return id;
}

export function refuseBadPageSize({ MaxResults }: Record<string, unknown>): void {
  const isGood =
    Number.isInteger(MaxResults) && Number(MaxResults) >= 1 && Number(MaxResults) <= MOST_RESULTS;
  if (MaxResults !== undefined && !isGood)
    throw invalidInput(`You specified an invalid value for MaxResults: 1 to ${MOST_RESULTS}.`);
}

export function refuseOutsider({ organizationId, accounts }: World, { accountId }: Identity): void {
  if (organizationId === '' || !accounts.some(({ id }) => id === accountId))
    throw new AwsError(
      'AWSOrganizationsNotInUseException',
      'Your account is not a member of an organization.',
    );
}

/** All but one operation are for the management account, and for delegated administrators of any service. */
export function refuseOrdinaryMember(world: World, { accountId }: Identity): void {
  const isDelegated = (world.delegatedAdministrators[accountId] ?? []).length > 0;
  if (accountId !== world.managementAccount && !isDelegated)
    throw new AwsError('AccessDeniedException', "You don't have permissions to access this resource.");
}
