import type { AffectedEntity, Event } from '@aws-sdk/client-health';
import type { PartProgress } from '#lambdas/contracts/ledger.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { HealthSweepState } from '#lambdas/contracts/sweep-state.ts';
import type { Described, EventFilter, HealthApi } from '#lambdas/health-reconcile/health-api.ts';
import type { HealthMessage } from '#lambdas/health-reconcile/health-message.ts';
import type { ReconcileMessage } from '#lambdas/health-reconcile/reconcile-message.ts';
import type { ReconcilePorts } from '#lambdas/health-reconcile/reconcile-ports.ts';

export const NOW = new Date('2026-11-22T09:00:00Z');

type Told = {
  events?: Event[];
  parts?: string[];
  details?: Record<string, Described>;
  entities?: Record<string, AffectedEntity[]>;
  errors?: string[];
  entityErrors?: string[];
};

/** The ports of the use cases in memory; what the API tells may be changed at any time. */
export function aReconcile(told: Told = {}, over: Partial<ReconcilePorts> = {}) {
  const sent: ReconcileMessage[] = [];
  const relayed: HealthMessage[] = [];
  const observed: Observation[] = [];
  const reported: unknown[] = [];
  const asked: unknown[][] = [];
  const known = new Map<string, PartProgress>();
  let state: HealthSweepState | undefined;
  let failure: Error | undefined;

  function answer<Answer>(call: unknown[], result: Answer): Promise<Answer> {
    asked.push(call);
    return failure ? Promise.reject(failure) : Promise.resolve(result);
  }
  const ofParts = <Share>(shares: Record<string, Share> = {}, parts: string[], errors: string[] = []) => ({
    found: new Map(Object.entries(shares).filter(([part]) => parts.includes(part))),
    errors,
  });
  const api: HealthApi = {
    listEvents: (filter: EventFilter) => answer(['listEvents', filter], told.events ?? []),
    listParts: (arn) => answer(['listParts', arn], told.parts ?? []),
    countAccounts: (arn) => answer(['countAccounts', arn], { count: 3, isAll: true }),
    describe: (arn, parts) => answer(['describe', arn, parts], ofParts(told.details, parts, told.errors)),
    listEntities: (arn, parts) =>
      answer(['listEntities', arn, parts], ofParts(told.entities, parts, told.entityErrors)),
  };
  const ports: ReconcilePorts = {
    activeRegion: async () => 'us-east-1',
    healthApi: () => api,
    readState: async () => state,
    writeState: async (next) => void (state = next),
    knownParts: async () => known,
    send: async (messages) => void sent.push(...messages),
    relay: async (messages) => void relayed.push(...messages),
    observe: async (observation) => void observed.push(observation),
    report: (unanswered) => void reported.push(unanswered),
    now: () => NOW,
    hub: { account: '222233334444', region: 'eu-central-1' },
    publicRegions: ['us-east-1'],
    ...over,
  };
  return {
    ports,
    told,
    api,
    sent,
    relayed,
    observed,
    reported,
    asked,
    known,
    state: () => state,
    begin: (before: Omit<HealthSweepState, 'revision'>) => void (state = { ...before, revision: 4 }),
    failWith: (error: Error | undefined) => void (failure = error),
  };
}
