import type { TrustedAdvisorSettings } from '#lambdas/contracts/settings.ts';
import { accountLookup } from '#lambdas/runtime/account-lookup.ts';
import { batchHandler } from '#lambdas/runtime/batch-handler.ts';
import { errorFields, log } from '#lambdas/runtime/log.ts';
import { deadLetters } from '#lambdas/runtime/message-queue.ts';
import { observationQueue } from '#lambdas/runtime/observation-queue.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';
import type { AdvisorPorts } from '#lambdas/trusted-advisor-alerts/advisor-ports.ts';
import { Environment } from '#lambdas/trusted-advisor-alerts/environment.ts';
import { handleMessages } from '#lambdas/trusted-advisor-alerts/handle-messages.ts';
import { itemsTable } from '#lambdas/trusted-advisor-alerts/items-client.ts';
import { resourceTags } from '#lambdas/trusted-advisor-alerts/owner-tags-client.ts';
import { AdvisorMessage } from '#lambdas/trusted-advisor-alerts/refresh-event.ts';

const environment = readEnvironment(Environment);
const homeRegion = environment.HOME_REGION;
const settings = { ...readSettings<TrustedAdvisorSettings>(), homeRegion };
const now = () => new Date();
const reader = {
  roleName: environment.READER_ROLE,
  externalId: environment.EXTERNAL_ID,
  partition: environment.PARTITION,
  homeRegion,
};
const ports: AdvisorPorts = {
  settings,
  items: itemsTable(environment.ITEMS_TABLE, now),
  accountDirectory: accountLookup({ table: environment.DIRECTORY_TABLE, accounts: settings.accounts, now }),
  tagsOf: resourceTags(reader, (place, error) =>
    log.warn('Tags of items could not be read', { ...place, ...errorFields(error) }),
  ),
  tell: observationQueue(environment.ALERTS_QUEUE_URL),
  report: (counts) => log.info('Items handled', { counts }),
  now,
};

export const handler = batchHandler(
  (body) => parseBody(AdvisorMessage, body),
  (messages) => handleMessages(messages, ports),
  deadLetters(environment.DEAD_LETTERS_URL),
);
