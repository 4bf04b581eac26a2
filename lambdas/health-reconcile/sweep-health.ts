import type { Event } from '@aws-sdk/client-health';
import type { HealthSweepState } from '#lambdas/contracts/sweep-state.ts';
import { isPublic, updateTimeOf } from '#lambdas/health-reconcile/event-facts.ts';
import { mostUrgentFirst } from '#lambdas/health-reconcile/event-urgency.ts';
import { NotSubscribedError } from '#lambdas/health-reconcile/health-errors.ts';
import { readHealth } from '#lambdas/health-reconcile/read-health.ts';
import type { EventMessage } from '#lambdas/health-reconcile/reconcile-message.ts';
import type { ReconcilePorts } from '#lambdas/health-reconcile/reconcile-ports.ts';
import { LISTED, toDigest } from '#lambdas/health-reconcile/to-digest.ts';
import { toNotice } from '#lambdas/health-reconcile/to-notice.ts';

/** The API may tell of an update some time after its moment. */
const OVERLAP_MS = 86_400_000;

type SweepState = Omit<HealthSweepState, 'revision'>;

/**
 * The daily comparison. The first that works tells in one digest where things stand; each later one has every
 * event compared that was updated since. Without the support plan for it, it says so once and goes on asking.
 */
export async function sweepHealth(ports: ReconcilePorts): Promise<void> {
  const now = ports.now();
  const { revision = 0, ...state } = (await ports.readState()) ?? {};
  const next = await sweep(state, now, ports);
  if (next) await ports.writeState({ ...next, revision: revision + 1 }, now);
}

/** The state after it; undefined where it stays as it is. */
async function sweep(state: SweepState, now: Date, ports: ReconcilePorts): Promise<SweepState | undefined> {
  const { reconciledUntil, backfilledAt, off } = state;
  try {
    if (reconciledUntil === undefined) {
      await backfill(now, ports);
      return { reconciledUntil: now.toISOString(), backfilledAt: now.toISOString() };
    }
    const since = Date.parse(reconciledUntil) - OVERLAP_MS;
    await compareSince(new Date(Math.max(since, Date.parse(backfilledAt ?? '') || 0)), ports);
    return { ...state, reconciledUntil: now.toISOString() };
  } catch (error) {
    if (!(error instanceof NotSubscribedError)) throw error;
    if (off) return undefined;
    await ports.observe(toNotice(ports.hub.account, now));
    return { off: { since: now.toISOString(), reason: error.reason } };
  }
}

async function backfill(now: Date, ports: ReconcilePorts): Promise<void> {
  const { events, counts } = await readHealth(ports, async (api) => {
    const listed = await api.listEvents({ statuses: ['open', 'upcoming'] });
    const mattering = mostUrgentFirst(
      listed.filter((event) => matters(event, ports)),
      now,
    );
    const counted = new Map<Event, string>();
    for (const event of mattering.slice(0, LISTED)) {
      const accounts = isPublic(event) ? undefined : await api.countAccounts(event.arn ?? '');
      if (accounts) counted.set(event, `${accounts.count}${accounts.isAll ? '' : '+'}`);
    }
    return { events: mattering, counts: counted };
  });
  await ports.observe(toDigest({ events, counts, region: ports.hub.region, now }));
}

async function compareSince(updatedSince: Date, ports: ReconcilePorts): Promise<void> {
  const events = await readHealth(ports, (api) => api.listEvents({ updatedSince }));
  const messages = events
    .filter((event) => matters(event, ports))
    .map(
      (event): EventMessage => ({
        kind: 'event',
        arn: event.arn ?? '',
        isPublic: isPublic(event),
        updatedAt: updateTimeOf(event),
        ...(event.eventTypeCode ? { typeCode: event.eventTypeCode } : {}),
        ...(event.startTime ? { startedAt: event.startTime.getTime() } : {}),
      }),
    );
  await ports.send(messages);
}

/** The API has the public events of all Regions; people hear of those where they are. */
function matters(event: Event, { hub, publicRegions }: ReconcilePorts): boolean {
  if (!event.arn) return false;
  const { region = 'global' } = event;
  return !isPublic(event) || ['global', hub.region, ...publicRegions].includes(region);
}
