import { UNKNOWN_ECS_EVENTS } from '#lambdas/contracts/metrics.ts';
import type { EcsSettings } from '#lambdas/contracts/settings.ts';
import { ecsClients } from '#lambdas/ecs-alerts/checks/ecs-client.ts';
import { EcsMessage } from '#lambdas/ecs-alerts/ecs-event.ts';
import { Environment } from '#lambdas/ecs-alerts/environment.ts';
import { type EcsMessagePorts, handleMessage } from '#lambdas/ecs-alerts/handle-message.ts';
import { findLog } from '#lambdas/ecs-alerts/logs/find-log.ts';
import { logReader } from '#lambdas/ecs-alerts/logs/log-client.ts';
import { accountLookup } from '#lambdas/runtime/account-lookup.ts';
import { errorFields, log } from '#lambdas/runtime/log.ts';
import { deadLetters } from '#lambdas/runtime/message-queue.ts';
import { metricFields } from '#lambdas/runtime/metric-fields.ts';
import { observationQueue } from '#lambdas/runtime/observation-queue.ts';
import { queueHandler } from '#lambdas/runtime/queue-handler.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';

const environment = readEnvironment(Environment);
const settings = readSettings<EcsSettings>();
const now = () => new Date();
const reader = { roleName: environment.READER_ROLE, externalId: environment.EXTERNAL_ID };
const ecs = ecsClients(reader);
const report = (message: string, error: unknown) => log.warn(message, errorFields(error));
const ports: EcsMessagePorts = {
  tell: observationQueue(environment.ALERTS_QUEUE_URL),
  accountDirectory: accountLookup({ table: environment.DIRECTORY_TABLE, accounts: settings.accounts, now }),
  ecs,
  findLog: findLog(ecs, report),
  readLog: logReader(reader, settings.logLines, report),
  countUnknown: (detailType) =>
    log.warn('Event of an unknown type', {
      ...metricFields(UNKNOWN_ECS_EVENTS, 1, environment.STACK_NAME, now()),
      detailType,
    }),
  settings,
  now,
};

export const handler = queueHandler(
  EcsMessage,
  (message) => handleMessage(message, ports),
  deadLetters(environment.DEAD_LETTERS_URL),
);
