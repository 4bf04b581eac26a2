import settings from '#config';
import { matchRoutes } from '#lambdas/alert-desk/match-routes.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import { HealthEvent } from '#lambdas/health-alerts/health-event.ts';
import { relayHealthEvent } from '#lambdas/health-alerts/relay-health-event.ts';
import { accountsInSettings } from '#lambdas/runtime/accounts-in-settings.ts';
import type { BusEvent } from '#local/bus/bus-event.ts';

export type Expected =
  | { outcome: 'told'; channels: string[] }
  | { outcome: 'not matched' | 'held back'; why: string }
  | { outcome: 'dead letter'; why: string; field: string };

const DETAIL_TYPES = ['AWS Health Event', 'AWS Health Abuse Event'];

/** Fields without which there is no alert. */
const NEEDED: [field: string, isReadable: (event: BusEvent) => boolean][] = [
  ['account', ({ account }) => typeof account === 'string'],
  ['region', ({ region }) => typeof region === 'string'],
  ['time', ({ time }) => /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(time)],
  ['detail', ({ detail }) => typeof detail === 'object' && detail !== null && !Array.isArray(detail)],
];

/**
 * What must become of an event of AWS Health. It is refused in four cases only:
 * 1. its source is not `aws.health`: no rule matches, since only AWS itself can send that one;
 * 2. its detail-type is none that AWS Health sends: no rule matches;
 * 3. a field that every event has is missing or malformed: dead letter, and a log line that names the field;
 * 4. a mute of the settings holds it back.
 */
export async function expectedOutcome(event: BusEvent, now: Date): Promise<Expected> {
  const { source, 'detail-type': detailType } = event;
  if (source !== 'aws.health') return { outcome: 'not matched', why: `its source is ${source}` };
  if (!DETAIL_TYPES.includes(detailType))
    return { outcome: 'not matched', why: `its detail-type is ${detailType}` };
  const field = NEEDED.find(([, isReadable]) => !isReadable(event))?.[0];
  if (field) return { outcome: 'dead letter', why: `${field} is unreadable`, field };
  const part = await observationOf(event);
  const routable = { ...part, ...part.part };
  const { channels, mutedUntil, reasons } = matchRoutes(routable, settings, settings.mutes, now);
  if (mutedUntil) return { outcome: 'held back', why: reasons.at(-1) ?? 'a mute holds it back' };
  return { outcome: 'told', channels };
}

async function observationOf(event: BusEvent): Promise<Observation> {
  const observed: Observation[] = [];
  await relayHealthEvent(HealthEvent.parse(event), {
    observe: async (observation) => void observed.push(observation),
    accountDirectory: accountsInSettings(settings.accounts),
    settings: settings.health ?? { reminderDays: [], quietAfterDays: 14 },
  });
  const [observation] = observed;
  if (!observation) throw new Error('Nothing was observed');
  return observation;
}
