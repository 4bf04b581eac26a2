import { AccessDeniedException } from '@aws-sdk/client-account';
import { describeError } from '#bin/commands/command-line/describe-error.ts';
import type { Standing } from '#bin/commands/contacts/organization-client.ts';

const SERVICE = 'account.amazonaws.com';
const TRUST = `aws organizations enable-aws-service-access --service-principal ${SERVICE}`;

/** Why the contacts of an account were not given or taken, with the command that mends it where one does. */
export function explainRefusal(
  error: unknown,
  action: string,
  account: string,
  { caller, managementAccount }: Standing,
): string {
  if (!(error instanceof AccessDeniedException)) return describeError(error);
  if (account === caller) return `access denied: these credentials may not ${action}`;
  if (account === managementAccount) {
    return 'access denied: the contacts of the management account are given to its own credentials alone';
  }
  if (/trusted access/i.test(error.message)) {
    return `access denied: trusted access is not enabled; in the management account: ${TRUST}`;
  }
  if (caller === managementAccount) {
    return `access denied: these credentials may not ${action}, or trusted access is not enabled: ${TRUST}`;
  }
  return (
    `access denied: ${caller} is no delegated administrator, or its credentials may not ${action}; in the ` +
    `management account: aws organizations register-delegated-administrator --account-id ${caller} ` +
    `--service-principal ${SERVICE}`
  );
}
