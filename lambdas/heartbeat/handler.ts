import type { HeartbeatSettings } from '#lambdas/contracts/settings.ts';
import { directoryClient } from '#lambdas/heartbeat/directory-client.ts';
import { Environment } from '#lambdas/heartbeat/environment.ts';
import { handleMessage } from '#lambdas/heartbeat/handle-message.ts';
import { HeartbeatMessage } from '#lambdas/heartbeat/heartbeat-message.ts';
import type { HeartbeatPorts } from '#lambdas/heartbeat/heartbeat-ports.ts';
import { log } from '#lambdas/runtime/log.ts';
import { deadLetters } from '#lambdas/runtime/message-queue.ts';
import { observationQueue } from '#lambdas/runtime/observation-queue.ts';
import { queueHandler } from '#lambdas/runtime/queue-handler.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';

const environment = readEnvironment(Environment);
const ports: HeartbeatPorts = {
  ...directoryClient(environment.DIRECTORY_TABLE),
  report: (fields) => log.info('Members counted', fields),
  observe: observationQueue(environment.ALERTS_QUEUE_URL),
  now: () => new Date(),
  stack: environment.STACK_NAME,
  settings: readSettings<HeartbeatSettings>(),
};

export const handler = queueHandler(
  HeartbeatMessage,
  (message) => handleMessage(message, ports),
  deadLetters(environment.DEAD_LETTERS_URL),
);
