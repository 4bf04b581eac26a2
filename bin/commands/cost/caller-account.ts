import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

/** The account of the credentials at hand. */
export async function callerAccount(): Promise<string> {
  const { Account: account = '' } = await new STSClient({}).send(new GetCallerIdentityCommand({}));
  return account;
}
