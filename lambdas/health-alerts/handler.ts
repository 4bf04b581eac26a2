import type { HealthSettings } from '#lambdas/contracts/settings.ts';
import { Environment } from '#lambdas/health-alerts/environment.ts';
import { HealthEvent } from '#lambdas/health-alerts/health-event.ts';
import { relayHealthEvent } from '#lambdas/health-alerts/relay-health-event.ts';
import { accountLookup } from '#lambdas/runtime/account-lookup.ts';
import { deadLetters } from '#lambdas/runtime/message-queue.ts';
import { observationQueue } from '#lambdas/runtime/observation-queue.ts';
import { queueHandler } from '#lambdas/runtime/queue-handler.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';

const environment = readEnvironment(Environment);
const settings = readSettings<HealthSettings>();
const ports = {
  observe: observationQueue(environment.ALERTS_QUEUE_URL),
  accountDirectory: accountLookup({
    table: environment.DIRECTORY_TABLE,
    accounts: settings.accounts,
    now: () => new Date(),
  }),
  settings,
};

export const handler = queueHandler(
  HealthEvent,
  (event) => relayHealthEvent(event, ports),
  deadLetters(environment.DEAD_LETTERS_URL),
);
