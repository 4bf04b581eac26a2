import type { AwsCall } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { badValue } from './cloud-formation-input.ts';
import type { QueryInput } from './query-protocol.ts';
import { STACK_SETS_SERVICE } from './service-principals.ts';

const CALL_AS = ['SELF', 'DELEGATED_ADMIN'] as const;
export const NOT_DELEGATED = 'Account used is not a delegated administrator';

/** As whom a caller of StackSets acts, by `CallAs`, and whether it may. */
export function stackSetCaller({ world, identities }: Organization, input: QueryInput, call: AwsCall) {
  const { accountId } = identities.find(call.accessKeyId);
  const asked = input['CallAs'] ?? 'SELF';
  const callAs = CALL_AS.find((value) => value === asked);
  if (!callAs) throw badValue('callAs', asked, `satisfy enum value set: [${CALL_AS.join(', ')}]`);
  return {
    callAs,
    isManagement: world.organizationId !== '' && accountId === world.managementAccount,
    isDelegated: world.delegatedAdministrators[accountId]?.includes(STACK_SETS_SERVICE) ?? false,
  };
}
