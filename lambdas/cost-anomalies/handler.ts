import type { CostAnomalySettings } from '#lambdas/contracts/settings.ts';
import { AnomalyEvent } from '#lambdas/cost-anomalies/anomaly-event.ts';
import { Environment } from '#lambdas/cost-anomalies/environment.ts';
import { relayCostAnomaly } from '#lambdas/cost-anomalies/relay-cost-anomaly.ts';
import { accountLookup } from '#lambdas/runtime/account-lookup.ts';
import { deadLetters } from '#lambdas/runtime/message-queue.ts';
import { observationQueue } from '#lambdas/runtime/observation-queue.ts';
import { queueHandler } from '#lambdas/runtime/queue-handler.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';

const environment = readEnvironment(Environment);
const settings = readSettings<CostAnomalySettings>();
const ports = {
  observe: observationQueue(environment.ALERTS_QUEUE_URL),
  accountDirectory: accountLookup({
    table: environment.DIRECTORY_TABLE,
    accounts: settings.accounts,
    now: () => new Date(),
  }),
};

export const handler = queueHandler(
  AnomalyEvent,
  (event) => relayCostAnomaly(event, ports),
  deadLetters(environment.DEAD_LETTERS_URL),
);
