import { ECS_RETIREMENT, retirementThread } from '#lambdas/contracts/ecs-retirement.ts';
import type { Observation, OrderedBy } from '#lambdas/contracts/observation.ts';
import type { Account, HealthSettings } from '#lambdas/contracts/settings.ts';
import { alertKeyOf, partIdOf, updateIdOf } from '#lambdas/health-alerts/alert-key.ts';
import { eventUrlOf, partitionOf } from '#lambdas/health-alerts/console-url.ts';
import { descriptionOf } from '#lambdas/health-alerts/description.ts';
import { resourcesOf } from '#lambdas/health-alerts/entity.ts';
import { type EventTimes, remindersOf, timesOf } from '#lambdas/health-alerts/event-times.ts';
import { isPlannedLifecycle, isPublic, titleOf } from '#lambdas/health-alerts/event-type.ts';
import type { HealthEvent } from '#lambdas/health-alerts/health-event.ts';
import { labelsOf } from '#lambdas/health-alerts/labels.ts';
import { severityOf } from '#lambdas/health-alerts/severity.ts';
import { whatToDo } from '#lambdas/health-alerts/what-to-do.ts';

type Settings = Pick<HealthSettings, 'reminderDays' | 'quietAfterDays'>;

/** An AWS Health event as the alert desk understands it; `account` is the affected one. */
export function toObservation(
  event: HealthEvent,
  account: Account | undefined,
  settings: Settings,
): Observation {
  const { detail } = event;
  const times = timesOf(event, settings.quietAfterDays);
  const key = alertKeyOf(event);
  const start = isoTime(times.start);
  const summary = descriptionOf(detail);
  const advice = times.closed ? undefined : whatToDo(detail);
  const end = isoTime(times.end);
  const resolvesAt = isoTime(times.resolvesAt);
  const part = partOf(event, times, account);
  const isRetirement = detail.eventTypeCode === ECS_RETIREMENT;

  return {
    kind: 'observation',
    key,
    scope: key,
    source: 'health',
    part,
    severity: severityOf(detail, times.closed),
    title: titleOf(detail),
    summary,
    facts: advice ? [{ label: 'What to do', value: advice }] : [],
    links: [{ label: 'Open in AWS Health', url: eventUrlOf(event, isPublic(detail)) }],
    labels: labelsOf(detail, account),
    ...(account?.owner ? { owner: account.owner } : {}),
    ...(start ? { startsAt: start } : {}),
    ...(end ? { endsAt: end } : {}),
    ...(isPlannedLifecycle(detail) && start ? { deadline: start } : {}),
    remindAt: remindersOf(event, times, settings.reminderDays).map((time) => new Date(time).toISOString()),
    ...(resolvesAt ? { resolvesAt } : {}),
    related: [],
    ...(isRetirement && account ? { thread: retirementThread(account.id, part.region ?? '') } : {}),
    actions: [],
  };
}

function partOf(event: HealthEvent, times: EventTimes, account: Account | undefined): Observation['part'] {
  const { detail } = event;
  const region = detail.eventRegion || event.region;
  const orderedBy: OrderedBy = [
    ...(times.updated !== undefined ? [['lastUpdatedTime', times.updated] as [string, number]] : []),
    ['time', times.sent],
  ];
  const page = positiveInteger(detail.page);
  const total = Math.max(positiveInteger(detail.totalPages), page);
  return {
    id: partIdOf(event),
    ...(account ? { account: account.id } : {}),
    ...(account?.name ? { accountName: account.name } : {}),
    region,
    resources: resourcesOf(detail, { partition: partitionOf(event), region }),
    status: times.closed ? 'resolved' : 'open',
    orderedBy,
    page: { number: page, total, update: updateIdOf(event) ?? '' },
  };
}

function positiveInteger(value = 1): number {
  return Number.isSafeInteger(value) && value > 0 ? value : 1;
}

function isoTime(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();
}
