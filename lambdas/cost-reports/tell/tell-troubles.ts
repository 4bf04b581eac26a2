import type { RunSet } from '#lambdas/cost-reports/cost-message.ts';
import type { CostPorts } from '#lambdas/cost-reports/cost-ports.ts';
import type { CostRun } from '#lambdas/cost-reports/cost-run.ts';
import type { CostState, TroubleKind } from '#lambdas/cost-reports/cost-state.ts';
import { toTrouble } from '#lambdas/cost-reports/tell/to-trouble.ts';
import { troublesOf } from '#lambdas/cost-reports/tell/troubles-of.ts';

/**
 * Tells what keeps a run from working, and what no longer does; gives what is open now. That a short run of the
 * other set stays below a cap says nothing of the one that did not.
 */
export async function tellTroubles(
  run: CostRun,
  { observe, settings, account }: Pick<CostPorts, 'observe' | 'settings' | 'account'>,
): Promise<CostState['troubles']> {
  const { at, state, plan } = run;
  const former = state.troubles ?? {};
  const current = troublesOf(run);
  const payer = settings.payer ?? account;
  for (const [kind, reason] of current) await observe(toTrouble({ kind, reason, at, account: payer }));
  const open: CostState['troubles'] = {};
  for (const [kind, set] of Object.entries(former) as [TroubleKind, RunSet][]) {
    if (kind === 'cap' && set !== plan.set) open[kind] = set;
    else if (!current.has(kind)) await observe(toTrouble({ kind, at, account: payer }));
  }
  for (const kind of current.keys()) open[kind] = plan.set;
  return open;
}
