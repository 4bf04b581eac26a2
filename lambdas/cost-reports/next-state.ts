import { isFinal } from '#lambdas/cost-reports/check/freeze.ts';
import { sumsOf } from '#lambdas/cost-reports/check/scan-lines.ts';
import { sumsAsText } from '#lambdas/cost-reports/check/type-sums.ts';
import { vanishedMonths } from '#lambdas/cost-reports/check/vanished-months.ts';
import { type CostRun, completeOf, mainQueryOf } from '#lambdas/cost-reports/cost-run.ts';
import type { CostState, MonthState } from '#lambdas/cost-reports/cost-state.ts';
import { monthsIn } from '#lambdas/cost-reports/periods.ts';
import { planRun } from '#lambdas/cost-reports/plan/plan-run.ts';
import { mayWrite } from '#lambdas/cost-reports/publish/may-write.ts';

/** What the next run must know of this one, once all that it asked was answered or refused. */
export function nextState(run: CostRun): Omit<CostState, 'troubles'> {
  const { state, plan, at } = run;
  return {
    finished: { ...state.finished, [plan.set]: at },
    months: { ...state.months, ...monthsAfter(run) },
    pages: pagesAfter(run),
  };
}

function monthsAfter(run: CostRun): CostState['months'] {
  const { plan, scans, state, at } = run;
  const main = mainQueryOf(plan);
  const fetched = main && completeOf(run, main.name);
  if (!main || !fetched || plan.set !== 'monthly') return {};
  const mayFreeze = allAnswered(run);
  const vanished = vanishedMonths(run);
  const written = monthsIn(main.period).filter(
    (month) => mayWrite(run, main.name, month) && !vanished.includes(month),
  );
  return Object.fromEntries(
    written.map((month): [string, MonthState] => {
      const periods = scans.get(main.name)?.months.get(month) ?? [];
      const drift = run.drifts.find((one) => one.month === month);
      const restatement = drift && { run: plan.run, at, difference: drift.difference };
      return [
        month,
        {
          ...(mayFreeze && isFinal(month, periods, plan.today) ? { frozenAt: at } : {}),
          sums: sumsAsText(sumsOf(periods)),
          fetchedAt: fetched.fetchedAt,
          run: plan.run,
          restatements: [...(state.months[month]?.restatements ?? []), ...(restatement ? [restatement] : [])],
        },
      ];
    }),
  );
}

/** A month is not final while a table of it waits for somebody to raise a cap or to allow something. */
function allAnswered({ plan, outcomes }: CostRun): boolean {
  return plan.queries.every(({ query }) => {
    const outcome = outcomes.get(query.name);
    return outcome?.state === 'complete' || (outcome?.state === 'refused' && !isPassing(outcome.reason));
  });
}

function isPassing(reason: string): boolean {
  return reason === 'access' || reason === 'cap';
}

/** A query that is asked no more is forgotten: if it comes back, it is asked for all months again. */
function pagesAfter(run: CostRun): CostState['pages'] {
  const { plan, state, settings, at } = run;
  const other = planRun({ set: plan.set === 'daily' ? 'monthly' : 'daily', at, settings, state });
  const names = [...plan.queries, ...other.queries].map(({ query }) => query.name);
  return Object.fromEntries(
    names.flatMap((name) => {
      const pages = completeOf(run, name)?.pages ?? state.pages[name];
      return pages === undefined ? [] : [[name, pages]];
    }),
  );
}
