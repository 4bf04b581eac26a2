import { observeAdvisorEvent } from '#bin/commands/route/observe-advisor-event.ts';
import { observeTagEvent } from '#bin/commands/route/observe-tag-event.ts';
import type { Observation, Standing } from '#lambdas/contracts/observation.ts';
import { AnomalyEvent } from '#lambdas/cost-anomalies/anomaly-event.ts';
import { relayCostAnomaly } from '#lambdas/cost-anomalies/relay-cost-anomaly.ts';
import { EcsEvent } from '#lambdas/ecs-alerts/ecs-event.ts';
import { relayEcsEvent } from '#lambdas/ecs-alerts/relay-ecs-event.ts';
import { HealthEvent } from '#lambdas/health-alerts/health-event.ts';
import { relayHealthEvent } from '#lambdas/health-alerts/relay-health-event.ts';
import { accountsInSettings } from '#lambdas/runtime/accounts-in-settings.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import {
  ADVISOR_REFRESHES,
  COST_ANOMALIES,
  ECS_RULES,
  HEALTH_EVENTS,
  TAG_RULES,
} from '#lib/event-patterns.ts';
import type { Settings } from '#lib/settings.ts';

type Pattern = { source: string[]; detailType: string[]; detail?: object };

/** What a capability takes from the bus, and what it tells the alert desk of it. */
export type Capability = {
  name: string;
  /** What its rules ask for. */
  events: Pattern[];
  isDeployed: (settings: Settings) => boolean;
  /** Throws a PermanentError that names the fields where the event is unreadable. */
  observe: (text: string, settings: Settings) => Promise<Observation[]>;
};

/** Keeps what a capability tells the alert desk. */
async function listen(relay: (observe: (told: Observation | Standing) => Promise<void>) => Promise<void>) {
  const observations: Observation[] = [];
  await relay(async (told) => void (told.kind === 'observation' && observations.push(told)));
  return observations;
}

export const capabilities: Capability[] = [
  {
    name: 'health-alerts',
    events: [HEALTH_EVENTS],
    isDeployed: ({ health }) => health !== undefined,
    observe: (text, { accounts, health }) =>
      listen((observe) =>
        relayHealthEvent(parseBody(HealthEvent, text), {
          observe,
          accountDirectory: accountsInSettings(accounts),
          settings: { reminderDays: [], quietAfterDays: 1, ...health },
        }),
      ),
  },
  {
    name: 'ecs-alerts',
    events: Object.values(ECS_RULES).map(({ pattern }) => pattern),
    isDeployed: ({ ecs }) => ecs !== undefined,
    observe: async (text, { accounts, ecs }) => {
      const event = parseBody(EcsEvent, text);
      if (!ecs) return [];
      return listen((tell) =>
        relayEcsEvent(event, {
          tell,
          accountDirectory: accountsInSettings(accounts),
          findLog: async () => undefined,
          readLog: async () => [],
          countUnknown: () => {},
          settings: { ...ecs, accounts },
          now: () => new Date(),
        }),
      );
    },
  },
  {
    name: 'required-tags',
    events: Object.values(TAG_RULES).map(({ pattern }) => pattern),
    isDeployed: ({ tags }) => tags !== undefined,
    observe: (text, settings) => listen((tell) => observeTagEvent(text, settings, tell)),
  },
  {
    name: 'trusted-advisor-alerts',
    events: [ADVISOR_REFRESHES],
    isDeployed: ({ trustedAdvisor }) => trustedAdvisor !== undefined,
    observe: (text, settings) => listen((tell) => observeAdvisorEvent(text, settings, tell)),
  },
  {
    name: 'cost-anomalies',
    events: [COST_ANOMALIES],
    isDeployed: ({ costs }) => costs?.anomalies === true,
    observe: (text, { accounts }) =>
      listen((observe) =>
        relayCostAnomaly(parseBody(AnomalyEvent, text), {
          observe,
          accountDirectory: accountsInSettings(accounts),
        }),
      ),
  },
];
