import { setTimeout as sleep } from 'node:timers/promises';
import { deliverAlert } from '#lambdas/chat-delivery/deliver-alert.ts';
import { deliveryLedger } from '#lambdas/chat-delivery/delivery-ledger.ts';
import { Environment } from '#lambdas/chat-delivery/environment.ts';
import { postFile, postJson } from '#lambdas/chat-delivery/https-client.ts';
import { openChannel } from '#lambdas/chat-delivery/open-channel.ts';
import { paceChannels } from '#lambdas/chat-delivery/pace.ts';
import { readReportFile } from '#lambdas/chat-delivery/report-file-client.ts';
import { Delivery } from '#lambdas/contracts/delivery.ts';
import type { DeliverySettings } from '#lambdas/contracts/settings.ts';
import { fifoHandler, inOrder } from '#lambdas/runtime/fifo-handler.ts';
import { errorFields, log } from '#lambdas/runtime/log.ts';
import { deadLetters, postpone } from '#lambdas/runtime/message-queue.ts';
import { readParameter } from '#lambdas/runtime/parameter.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';
import { secretStore } from '#lambdas/runtime/secret-store.ts';
import { warmUp } from '#lambdas/runtime/warm-up.ts';

const environment = readEnvironment(Environment);
const { channels } = readSettings<DeliverySettings>();
const now = () => new Date();
const pace = paceChannels({ now, sleep: (milliseconds) => sleep(milliseconds) });
const ports = {
  ...deliveryLedger(environment.LEDGER_TABLE, now),
  openChannel: openChannel(channels, {
    readSecret: secretStore(readParameter, now),
    postJson,
    postFile,
    pace,
    now,
  }),
  readFile: readReportFile,
  reportUnshown: (error: Error) => log.warn('Picture was not shown', errorFields(error)),
  now,
};

export const handler = fifoHandler(
  (records, hasTime) =>
    inOrder(records, (record) => deliverAlert(parseBody(Delivery, record.body), ports), hasTime),
  {
    deadLetters: deadLetters(environment.DEAD_LETTERS_URL),
    postpone: postpone(environment.OUTBOX_QUEUE_URL),
    random: Math.random,
  },
);

export const ready = warmUp(() => ports.readHead('warm-up'));
