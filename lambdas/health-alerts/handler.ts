import type { HealthSettings } from '#lambdas/contracts/settings.ts';
import { accountsInSettings } from '#lambdas/health-alerts/account-directory.ts';
import { Environment } from '#lambdas/health-alerts/environment.ts';
import { HealthEvent } from '#lambdas/health-alerts/health-event.ts';
import { observationQueue } from '#lambdas/health-alerts/observation-queue.ts';
import { relayHealthEvent } from '#lambdas/health-alerts/relay-health-event.ts';
import { deadLetters } from '#lambdas/runtime/message-queue.ts';
import { queueHandler } from '#lambdas/runtime/queue-handler.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';

const environment = readEnvironment(Environment);
const settings = readSettings<HealthSettings>();
const ports = {
  observe: observationQueue(environment.ALERTS_QUEUE_URL),
  accountDirectory: accountsInSettings(settings.accounts),
  settings,
};

export const handler = queueHandler(
  HealthEvent,
  (event) => relayHealthEvent(event, ports),
  deadLetters(environment.DEAD_LETTERS_URL),
);
