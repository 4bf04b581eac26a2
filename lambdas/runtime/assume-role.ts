import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';

export type AssumedRole = {
  roleArn: string;
  /** Two deployments of one account do not take each other's roles. */
  externalId: string;
  /** What the other account's trail shows. */
  sessionName: string;
};

const sts = new STSClient({});

/**
 * Credentials of a role elsewhere, for the client of a service. The client asks again before they expire.
 * A role that was assumed by a role lasts an hour at most.
 */
export function assumeRole({ roleArn, externalId, sessionName }: AssumedRole) {
  return async () => {
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({ RoleArn: roleArn, ExternalId: externalId, RoleSessionName: sessionName }),
    );
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken, Expiration } = Credentials ?? {};
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      ...(SessionToken ? { sessionToken: SessionToken } : {}),
      ...(Expiration ? { expiration: Expiration } : {}),
    };
  };
}
