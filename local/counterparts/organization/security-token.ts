import { randomBytes } from 'node:crypto';
import { Clock } from '#local/clock.ts';
import { type AwsBackend, AwsError } from '#local/proxy/aws-call.ts';
import type { RoleSession } from '#local/proxy/caller.ts';
import { assumeRoleInput } from './assume-role-input.ts';
import type { Identities, Identity } from './identities.ts';
import { queryBackend } from './query-protocol.ts';
import { sessionOf } from './session-arn.ts';
import type { World } from './world.ts';

/** Whether a role's trust lets somebody assume it. */
export type MayAssume = (identity: Identity, roleArn: string, externalId: string | undefined) => boolean;

export type SecurityTokenOptions = {
  world: World;
  identities: Identities;
  /** Without it nobody may. */
  mayAssume?: MayAssume;
  /** Told of each new access key: the recording proxy's `registerCaller` then knows whose calls it makes. */
  onAssumed?: (accessKeyId: string, session: RoleSession) => void;
  clock?: Clock;
};

/** AWS STS: hands out access keys for roles, and tells people who they are. */
export function securityTokenBackend(options: SecurityTokenOptions): AwsBackend {
  const { world, identities, mayAssume = () => false, onAssumed, clock = new Clock() } = options;

  return queryBackend({
    GetCallerIdentity: (_, { accessKeyId }) => {
      const identity = identities.find(accessKeyId);
      const { arn, id } = sessionOf(identity);
      return { UserId: id, Account: identity.accountId, Arn: arn };
    },
    AssumeRole: (input, { accessKeyId }) => {
      const caller = identities.find(accessKeyId);
      const { roleArn, session, externalId, seconds } = assumeRoleInput(input, caller);
      const accountId = roleArn.split(':')[4] ?? '';
      const isOpen = world.accounts.some(({ id, state }) => id === accountId && state === 'ACTIVE');
      if (!isOpen || !mayAssume(caller, roleArn, externalId)) throw refusal(caller, roleArn);
      const assumed = { accountId, arn: roleArn, session };
      const key = identities.issue(assumed);
      onAssumed?.(key, { of: accessKeyId, roleArn });
      const { arn, id } = sessionOf(assumed);
      return {
        AssumedRoleUser: { AssumedRoleId: id, Arn: arn },
        Credentials: {
          AccessKeyId: key,
          SecretAccessKey: randomBytes(30).toString('base64'),
          SessionToken: randomBytes(90).toString('base64'),
          Expiration: new Date(clock.now() + seconds * 1000).toISOString(),
        },
      };
    },
  });
}

function refusal(caller: Identity, roleArn: string): AwsError {
  const { arn } = sessionOf(caller);
  const message = `User: ${arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`;
  return new AwsError('AccessDenied', message, 403);
}
