import { checkQueue } from '#lambdas/alert-desk/check-queue.ts';
import { deskLedger } from '#lambdas/alert-desk/desk-ledger.ts';
import type { DeskPorts } from '#lambdas/alert-desk/desk-ports.ts';
import { Environment } from '#lambdas/alert-desk/environment.ts';
import { receiveMessages } from '#lambdas/alert-desk/receive-messages.ts';
import type { DeskSettings } from '#lambdas/contracts/settings.ts';
import { fifoHandler } from '#lambdas/runtime/fifo-handler.ts';
import { deadLetters, postpone, sendInOrder } from '#lambdas/runtime/message-queue.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';
import { warmUp } from '#lambdas/runtime/warm-up.ts';

const environment = readEnvironment(Environment);
const now = () => new Date();
const ports: DeskPorts = {
  ...deskLedger(environment.LEDGER_TABLE, now),
  deliver: (deliveries) =>
    sendInOrder(
      environment.OUTBOX_QUEUE_URL,
      deliveries.map((delivery) => ({
        body: delivery,
        group: delivery.channel,
        deduplication: `${delivery.channel} ${delivery.key} ${delivery.revision}`,
      })),
    ),
  handOn: (standings) =>
    sendInOrder(
      environment.ALERTS_QUEUE_URL,
      standings.map((standing) => ({
        body: standing,
        group: standing.scope,
        deduplication: JSON.stringify(standing),
      })),
    ),
  ask: checkQueue(environment.CHECK_QUEUE_URLS),
  settings: readSettings<DeskSettings>(),
  now,
};

export const handler = fifoHandler((records) => receiveMessages(records, ports), {
  deadLetters: deadLetters(environment.DEAD_LETTERS_URL),
  postpone: postpone(environment.ALERTS_QUEUE_URL),
  random: Math.random,
});

export const ready = warmUp(() => ports.readHead('warm-up'));
