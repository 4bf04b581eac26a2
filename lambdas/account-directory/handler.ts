import { contactsClient } from '#lambdas/account-directory/contacts-client.ts';
import { DirectoryMessage } from '#lambdas/account-directory/directory-message.ts';
import type { DirectoryPorts } from '#lambdas/account-directory/directory-ports.ts';
import { Environment } from '#lambdas/account-directory/environment.ts';
import { organizationClient } from '#lambdas/account-directory/organization-client.ts';
import { recordLedger } from '#lambdas/account-directory/record-ledger.ts';
import { updateDirectory } from '#lambdas/account-directory/update-directory.ts';
import type { DirectorySettings } from '#lambdas/contracts/settings.ts';
import { assumeRole } from '#lambdas/runtime/assume-role.ts';
import { deadLetters, sendAll } from '#lambdas/runtime/message-queue.ts';
import { queueHandler } from '#lambdas/runtime/queue-handler.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';

const environment = readEnvironment(Environment);
const { ownerTag, targets, managementAccount } = readSettings<DirectorySettings>();

/**
 * Waits where AWS asks for it, rather than fail. Not the SDK's adaptive mode: after one refusal in its first second
 * it asks once in two seconds, and finds its pace again only after minutes.
 */
const client = {
  region: environment.GLOBAL_REGION,
  credentials: assumeRole({
    roleArn: environment.ORGANIZATION_ROLE_ARN,
    externalId: environment.EXTERNAL_ID,
    sessionName: 'reeve-account-directory',
  }),
  retryMode: 'standard',
  maxAttempts: 8,
};
const ports: DirectoryPorts = {
  ...organizationClient({ client, targets }),
  ...contactsClient({ client, managementAccount }),
  ...recordLedger(environment.DIRECTORY_TABLE),
  send: (messages) => sendAll(environment.DIRECTORY_QUEUE_URL, messages),
  now: () => new Date(),
  ownerTag,
};

export const handler = queueHandler(
  DirectoryMessage,
  (message) => updateDirectory(message, ports),
  deadLetters(environment.DEAD_LETTERS_URL),
);
