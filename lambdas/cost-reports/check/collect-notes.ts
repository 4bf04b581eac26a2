import type { Note } from '#lambdas/cost-reports/check/note.ts';
import { reconcile } from '#lambdas/cost-reports/check/reconcile.ts';
import { vanishedMonths } from '#lambdas/cost-reports/check/vanished-months.ts';
import { type CostRun, mainQueryOf, type Outcome, usageOf } from '#lambdas/cost-reports/cost-run.ts';
import { recordTypeIndexOf } from '#lambdas/cost-reports/group-keys.ts';
import { monthsIn } from '#lambdas/cost-reports/periods.ts';
import type { PlannedQuery } from '#lambdas/cost-reports/plan/run-plan.ts';
import { isKnownRecordType } from '#lambdas/cost-reports/record-type.ts';

/** All that readers of a run's tables, page and digest must know before they believe them. */
export function collectNotes(run: CostRun): Note[] {
  return [
    ...viewNotes(run),
    ...driftNotes(run),
    ...run.plan.queries.flatMap(({ query }) => outcomeNotes(query.name, run.outcomes.get(query.name))),
    ...run.plan.queries.flatMap((planned) => valueNotes(planned, run)),
    ...reconcile(run),
    ...recordTypeNotes(run),
    ...absenceNotes(run),
  ];
}

function viewNotes({ settings: { view, payer } }: CostRun): Note[] {
  if (view === 'organization') return [];
  return [
    { text: `These are the costs of account ${payer ?? 'this one'} alone; of others it cannot see any.` },
  ];
}

function driftNotes(run: CostRun): Note[] {
  return [
    ...run.drifts.map(({ month, difference }) => ({
      text: `AWS restated ${month} after it was final: ${difference}. What stood before is kept.`,
      month,
    })),
    // Nothing of these months is written, so that only what lies beside it can say so.
    ...vanishedMonths(run).map((month) => ({
      text: `AWS has nothing of ${month} any more; what is stored stays.`,
    })),
  ];
}

function outcomeNotes(name: string, outcome: Outcome | undefined): Note[] {
  if (outcome?.state === 'complete') return outcome.notes.map((text) => ({ text, query: name }));
  if (outcome?.state === 'refused') {
    const text = `${name} is missing or of an earlier run. ${outcome.message}`;
    return [{ text, query: name }];
  }
  return [
    { text: `${name} is missing or of an earlier run: AWS did not answer, and is asked again.`, query: name },
  ];
}

/** A tag that was never activated has no error: all of it is untagged. */
function valueNotes({ query, share }: PlannedQuery, { scans }: CostRun): Note[] {
  const scan = scans.get(query.name);
  if (!share || !scan || scan.hasValues || scan.months.size === 0) return [];
  const text =
    share.column === 'tag_key'
      ? `No cost has a value of the tag ${share.value}: either nothing is tagged with it, or it is not activated as a cost allocation tag in the management account.`
      : `No cost has a value of the cost category ${share.value}: either no rule matches, or it does not exist.`;
  return [{ text, query: query.name }];
}

function recordTypeNotes({ scans, plan }: CostRun): Note[] {
  return plan.queries.flatMap(({ query }) => {
    const usage = usageOf(query);
    if (!usage || recordTypeIndexOf(usage) < 0) return [];
    const periods = [...(scans.get(query.name)?.months.values() ?? [])].flat();
    const types = new Set(periods.flatMap(({ sums }) => [...sums.keys()]));
    return [...types]
      .filter((type) => !isKnownRecordType(type))
      .map((type) => ({
        text: `${type} is a kind of charge that Reeve does not know: it is in other.`,
        query: query.name,
      }));
  });
}

/** Months without any costs behind one that has some. */
function absenceNotes({ plan, scans }: CostRun): Note[] {
  const main = mainQueryOf(plan);
  const scan = main && scans.get(main.name);
  if (!main || !scan) return [];
  const months = monthsIn(main.period);
  const first = months.findIndex((month) => scan.months.has(month));
  // The running month has none on its first day.
  const absent = (first < 0 ? [] : months.slice(first, -1)).filter((month) => !scan.months.has(month));
  return absent.map((month) => ({ text: `AWS has no costs of ${month}.` }));
}
