import type { Observation, Standing } from '#lambdas/contracts/observation.ts';
import type { Account, EcsSettings } from '#lambdas/contracts/settings.ts';
import type { LogStream } from '#lambdas/ecs-alerts/console-url.ts';
import { type EcsAlert, toObservation } from '#lambdas/ecs-alerts/ecs-alert.ts';
import type { EcsEvent } from '#lambdas/ecs-alerts/ecs-event.ts';
import { happenedAt } from '#lambdas/ecs-alerts/happened-at.ts';
import { type Place, placeOf } from '#lambdas/ecs-alerts/place.ts';
import { isStop, stopVerdictOf } from '#lambdas/ecs-alerts/stops/stop-verdict.ts';
import { TaskState } from '#lambdas/ecs-alerts/stops/task-state.ts';
import { toStopAlert } from '#lambdas/ecs-alerts/stops/to-stop-alert.ts';
import { toMessages } from '#lambdas/ecs-alerts/to-messages.ts';

export type EcsPorts = {
  tell: (message: Observation | Standing) => Promise<void>;
  /** What is known of an account; one that is not known still has its id. */
  accountDirectory: (accountId: string) => Promise<Account>;
  /** Where a container of a task logged; undefined where that cannot be found out. Never fails. */
  findLog: (task: TaskState, container: string, place: Place) => Promise<LogStream | undefined>;
  /** Its last lines, redacted; none where they cannot be read. Never fails. */
  readLog: (log: LogStream, place: Place) => Promise<string[]>;
  /** Counts an event that nobody foresaw. */
  countUnknown: (detailType: string) => void;
  settings: EcsSettings;
  now: () => Date;
};

/** Tells the alert desk what an event of ECS says, if it is anybody's trouble. */
export async function relayEcsEvent(event: EcsEvent, ports: EcsPorts): Promise<void> {
  const place = placeOf(event);
  const { alerts, standings, isUnknown } =
    event['detail-type'] === 'ECS Task State Change'
      ? { alerts: await stopsOf(event, place, ports), standings: [], isUnknown: false }
      : toMessages(event, ports.settings, ports.now());
  if (isUnknown) ports.countUnknown(event['detail-type']);
  const account = alerts.length > 0 ? await ports.accountDirectory(place.account) : undefined;
  for (const alert of account ? alerts : []) {
    await ports.tell(toObservation(alert, place, account ?? { id: place.account, tags: {} }, ports.now()));
  }
  for (const standing of standings) await ports.tell(standing);
}

/** The event is read first: ECS forgets a stopped task after an hour. */
async function stopsOf(event: EcsEvent, place: Place, ports: EcsPorts): Promise<EcsAlert[]> {
  const task = TaskState.parse(event.detail);
  if (!isStop(task)) return [];
  const own = [task.stoppedAt, task.stoppingAt, task.executionStoppedAt];
  const context = { place, at: happenedAt(event.time, own, ports.now()) };
  const alert = toStopAlert(task, context, ports.settings);
  const container = stopVerdictOf(task).culprit?.name;
  if (!alert || !container) return alert ? [alert] : [];
  const log = await ports.findLog(task, container, place);
  if (!log) return [alert];
  const logLines = ports.settings.logLines > 0 ? await ports.readLog(log, place) : [];
  const told = toStopAlert(task, { ...context, log, logLines }, ports.settings);
  return told ? [told] : [];
}
