import { clockLedger } from '#lambdas/alert-clock/clock-ledger.ts';
import { Environment } from '#lambdas/alert-clock/environment.ts';
import { type ClockPorts, wakeAlerts } from '#lambdas/alert-clock/wake-alerts.ts';
import { log } from '#lambdas/runtime/log.ts';
import { sendInOrder } from '#lambdas/runtime/message-queue.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';

const environment = readEnvironment(Environment);
const ports: ClockPorts = {
  ...clockLedger(environment.LEDGER_TABLE),
  wakeDesk: (notice, dueAt) =>
    sendInOrder(environment.ALERTS_QUEUE_URL, [
      { body: notice, group: notice.scope, deduplication: `${notice.key} due ${dueAt}` },
    ]),
  // The moment is part of the id: SQS would drop a revision that it has carried within five minutes.
  wakeDelivery: (delivery, owedAt) =>
    sendInOrder(environment.OUTBOX_QUEUE_URL, [
      {
        body: delivery,
        group: delivery.channel,
        deduplication: `${delivery.channel} ${delivery.key} ${delivery.revision} owed ${owedAt}`,
      },
    ]),
  now: () => new Date(),
};

export async function handler(): Promise<void> {
  log.info('Alerts woken', await wakeAlerts(ports));
}
