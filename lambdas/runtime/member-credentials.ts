import { assumeRole } from '#lambdas/runtime/assume-role.ts';

/** The role by which each account lets itself be read. */
export type MemberReader = { roleName: string; externalId: string };

/** Credentials of an account's reader role, for the client of a service. */
export function memberCredentials(
  { partition, account }: { partition: string; account: string },
  { roleName, externalId }: MemberReader,
) {
  const roleArn = `arn:${partition}:iam::${account}:role/${roleName}`;
  return assumeRole({ roleArn, externalId, sessionName: 'reeve' });
}
