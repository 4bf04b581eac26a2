import type { ReconcileSettings } from '#lambdas/contracts/settings.ts';
import { activeRegion } from '#lambdas/health-reconcile/active-region-client.ts';
import { Environment } from '#lambdas/health-reconcile/environment.ts';
import { openHealth } from '#lambdas/health-reconcile/health-client.ts';
import { receiveMessage } from '#lambdas/health-reconcile/receive-message.ts';
import { reconcileLedger } from '#lambdas/health-reconcile/reconcile-ledger.ts';
import { ReconcileMessage } from '#lambdas/health-reconcile/reconcile-message.ts';
import type { ReconcilePorts } from '#lambdas/health-reconcile/reconcile-ports.ts';
import { log } from '#lambdas/runtime/log.ts';
import { deadLetters, sendAll } from '#lambdas/runtime/message-queue.ts';
import { observationQueue } from '#lambdas/runtime/observation-queue.ts';
import { queueHandler } from '#lambdas/runtime/queue-handler.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';

const environment = readEnvironment(Environment);
const { view, publicRegions } = readSettings<ReconcileSettings>();
const hub = { account: environment.ACCOUNT_ID, region: environment.HOME_REGION };
const ports: ReconcilePorts = {
  ...reconcileLedger(environment.LEDGER_TABLE),
  activeRegion: activeRegion(hub.region),
  healthApi: openHealth(view, hub.account),
  send: (messages) => sendAll(environment.RECONCILE_QUEUE_URL, messages),
  relay: (messages) => sendAll(environment.HEALTH_ALERTS_QUEUE_URL, messages),
  observe: observationQueue(environment.ALERTS_QUEUE_URL),
  report: (unanswered) => log.warn('Health API does not tell of some accounts', unanswered),
  now: () => new Date(),
  hub,
  publicRegions,
};

export const handler = queueHandler(
  ReconcileMessage,
  (message) => receiveMessage(message, ports),
  deadLetters(environment.DEAD_LETTERS_URL),
);
