import { type Note, notesAbout } from '#lambdas/cost-reports/check/note.ts';
import type { CostPorts } from '#lambdas/cost-reports/cost-ports.ts';
import { type CostRun, completeOf, type Outcome } from '#lambdas/cost-reports/cost-run.ts';
import { toCostDigest } from '#lambdas/cost-reports/digest/to-cost-digest.ts';
import { addDays, monthOf } from '#lambdas/cost-reports/periods.ts';
import { pageKey } from '#lambdas/cost-reports/publish/page-key.ts';
import { summarizeCosts } from '#lambdas/cost-reports/summary/summarize-costs.ts';
import { readUntagged } from '#lambdas/cost-reports/tell/read-untagged.ts';

/** Tells the digest of a daily run, as long as the costs by service are known: without them it is silent, never zero. */
export async function tellDigest(run: CostRun, notes: readonly Note[], ports: CostPorts): Promise<void> {
  const { plan, settings, source, outcomes } = run;
  const complete = (name: string) => {
    const planned = plan.queries.find(({ query }) => query.name === name && completeOf(run, name));
    return planned?.query;
  };
  const [services, accounts] = [complete('services-daily'), complete('accounts-daily')];
  const forecast = complete('forecast');
  if (services?.operation !== 'GetCostAndUsage') return;

  const summary = await summarizeCosts({
    today: plan.today,
    basis: settings.basis,
    source,
    fetchedAt: completeOf(run, services.name)?.fetchedAt ?? '',
    services,
    ...(accounts?.operation === 'GetCostAndUsage' ? { accounts } : {}),
    ...(forecast && forecast.operation !== 'GetCostAndUsage' ? { forecast } : {}),
    ...noForecast(outcomes.get('forecast')),
    notes: notesAbout(notes, {}),
    readUntagged: () => readUntagged(ports.store, settings.basis),
  });
  const chart = await ports.publishChart(summary);
  const more = whereToLook(monthOf(addDays(plan.today, -1)), ports);
  const answered = plan.queries.filter(({ query }) => completeOf(run, query.name)).length;
  await ports.observe(
    toCostDigest(summary, { answered, ...more, ...(chart ? { attachments: [chart] } : {}) }),
  );
}

function noForecast(outcome: Outcome | undefined): { noForecast?: string } {
  if (outcome?.state === 'failed') return { noForecast: 'AWS did not answer' };
  return outcome?.state === 'refused' ? { noForecast: outcome.message.replace(/\.$/, '') } : {};
}

function whereToLook(month: string, { linkTo }: Pick<CostPorts, 'linkTo'>) {
  const url = linkTo(pageKey(month));
  const command = `npm run reeve -- cost pull --month ${month} --format html --out costs-${month}.html`;
  return {
    links: url ? [{ label: 'Open the report', url }] : [],
    actions: [{ id: 'pull', label: 'Fetch the report', command }],
  };
}
