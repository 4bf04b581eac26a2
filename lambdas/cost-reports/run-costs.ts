import { stateKey } from '#lambdas/contracts/report-keys.ts';
import { askAll } from '#lambdas/cost-reports/ask-all.ts';
import { collectNotes } from '#lambdas/cost-reports/check/collect-notes.ts';
import { type CostMessage, runIdOf } from '#lambdas/cost-reports/cost-message.ts';
import type { CostPorts } from '#lambdas/cost-reports/cost-ports.ts';
import type { CostRun } from '#lambdas/cost-reports/cost-run.ts';
import type { CostState } from '#lambdas/cost-reports/cost-state.ts';
import { nextState } from '#lambdas/cost-reports/next-state.ts';
import { publishPages } from '#lambdas/cost-reports/publish/publish-pages.ts';
import { publishTables } from '#lambdas/cost-reports/publish/publish-tables.ts';
import { tellDigest } from '#lambdas/cost-reports/tell/tell-digest.ts';
import { tellTroubles } from '#lambdas/cost-reports/tell/tell-troubles.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { readJson, writeJson } from '#lambdas/runtime/report-store.ts';

const STATE_KEY = stateKey('cost-reports', 'state');
const NO_STATE: CostState = { months: {}, pages: {} };

/**
 * A run from its plan to the digest. Whatever was answered is published, also where other queries failed; the
 * message then comes back and buys only what is missing. What later runs must know is written behind everything
 * that can fail: until then a repeat plans the same.
 */
export async function runCosts(message: CostMessage, ports: CostPorts): Promise<void> {
  const { store } = ports;
  const payer = ports.settings.payer ?? ports.account;
  const state = stateOf(payer, await readJson<CostState>(store, STATE_KEY));
  if (isOvertaken(message, state)) return;
  const { source, spent } = ports.openSource(runIdOf(message));
  const run = await askAll(message, state, source, ports);
  const notes = collectNotes(run);
  const requests = await spent();
  const months = await publishTables(run, notes, { ...ports, requests });
  const next = nextState(run);
  await publishPages(run, months, notes, { ...ports, requests, states: next.months });
  if (message.set === 'daily') await tellDigest(run, notes, ports);
  throwFailures(run);
  const troubles = await tellTroubles(run, ports);
  await writeJson(store, STATE_KEY, { ...next, payer, troubles } satisfies CostState);
}

/** Nothing, where the costs that were reported so far are those of another account. */
function stateOf(payer: string, state: CostState | undefined): CostState {
  const isSame = state?.payer === undefined || state.payer === payer;
  return state && isSame ? state : NO_STATE;
}

/** Its state is written, so that a repeat would plan, and pay for, another run; one that comes late would undo a newer. */
function isOvertaken({ set, at }: CostMessage, { finished = {} }: CostState): boolean {
  const latest = finished[set];
  return latest !== undefined && Date.parse(at) <= Date.parse(latest);
}

/** A retry may help: all that failed is named, and as long as one asks for time it is waited for. */
function throwFailures({ outcomes }: CostRun): void {
  const failed = [...outcomes].flatMap(([name, outcome]) =>
    outcome.state === 'failed' ? [{ name, error: outcome.error }] : [],
  );
  if (failed.length === 0) return;
  const waits = failed.flatMap(({ error }) =>
    error instanceof RetryLaterError ? (error.afterSeconds ?? []) : [],
  );
  throw new RetryLaterError('Queries of a cost run failed', {
    cause: new AggregateError(failed.map(({ error }) => error)),
    ...(waits.length > 0 ? { afterSeconds: Math.max(...waits) } : {}),
    fields: { queries: failed.map(({ name }) => name) },
  });
}
