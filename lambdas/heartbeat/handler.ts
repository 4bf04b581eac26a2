import type { HeartbeatSettings } from '#lambdas/contracts/settings.ts';
import { directoryClient } from '#lambdas/heartbeat/directory-client.ts';
import { Environment } from '#lambdas/heartbeat/environment.ts';
import { handleMessage } from '#lambdas/heartbeat/handle-message.ts';
import { HeartbeatMessage } from '#lambdas/heartbeat/heartbeat-message.ts';
import type { HeartbeatPorts } from '#lambdas/heartbeat/heartbeat-ports.ts';
import { log } from '#lambdas/runtime/log.ts';
import { observationQueue } from '#lambdas/runtime/observation-queue.ts';
import { parseMessage } from '#lambdas/runtime/parse-body.ts';
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

export async function handler(event: unknown): Promise<void> {
  await handleMessage(parseMessage(HeartbeatMessage, event), ports);
}
