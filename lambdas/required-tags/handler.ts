import type { RequiredTagsSettings } from '#lambdas/contracts/settings.ts';
import { TagMessage } from '#lambdas/required-tags/compliance-event.ts';
import { Environment } from '#lambdas/required-tags/environment.ts';
import { findingsTable } from '#lambdas/required-tags/findings-client.ts';
import { handleMessages } from '#lambdas/required-tags/handle-messages.ts';
import { resourceLooks } from '#lambdas/required-tags/look-client.ts';
import type { TagPorts } from '#lambdas/required-tags/tag-ports.ts';
import { accountLookup } from '#lambdas/runtime/account-lookup.ts';
import { batchHandler } from '#lambdas/runtime/batch-handler.ts';
import { errorFields, log } from '#lambdas/runtime/log.ts';
import { deadLetters } from '#lambdas/runtime/message-queue.ts';
import { observationQueue } from '#lambdas/runtime/observation-queue.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';

const environment = readEnvironment(Environment);
const settings = { ...readSettings<RequiredTagsSettings>(), homeRegion: environment.HOME_REGION };
const now = () => new Date();
const reader = { roleName: environment.READER_ROLE, externalId: environment.EXTERNAL_ID };
const ports: TagPorts = {
  settings,
  accountDirectory: accountLookup({ table: environment.DIRECTORY_TABLE, accounts: settings.accounts, now }),
  lookAt: resourceLooks(reader, (message, place, error) =>
    log.warn(message, { ...place, ...errorFields(error) }),
  ),
  findings: findingsTable(environment.FINDINGS_TABLE, now),
  tell: observationQueue(environment.ALERTS_QUEUE_URL),
  report: (counts) => log.info('Evaluations handled', { counts }),
  now,
};

export const handler = batchHandler(
  (body) => parseBody(TagMessage, body),
  (messages) => handleMessages(messages, ports),
  deadLetters(environment.DEAD_LETTERS_URL),
);
