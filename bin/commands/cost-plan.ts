import { defineCommand } from '#bin/commands/command-line/command.ts';
import { describeError } from '#bin/commands/command-line/describe-error.ts';
import { describePlan, planData } from '#bin/commands/cost/describe-plan.ts';
import { describeMonth, monthOfSchedules } from '#bin/commands/cost/month-of-schedules.ts';
import { readCostSettings } from '#bin/commands/cost/read-cost-settings.ts';
import { capWarning, type Known, NOTHING_KNOWN, readKnown } from '#bin/commands/cost/run-budget.ts';
import { readSet } from '#bin/commands/cost/run-set.ts';
import { findDeployment } from '#bin/commands/reports/find-deployment.ts';
import { whyNoReports } from '#bin/commands/reports/why-no-reports.ts';
import { stackOption } from '#bin/commands/stack-option.ts';
import { RUN_SETS } from '#lambdas/cost-reports/cost-message.ts';
import { planRun } from '#lambdas/cost-reports/plan/plan-run.ts';
import { reportBucket } from '#lambdas/runtime/report-bucket.ts';

export const costPlan = defineCommand({
  name: 'cost plan',
  summary: 'Shows what cost reports would ask of Cost Explorer, and the price',
  details:
    'Asks nothing of Cost Explorer. Each page of an answer is a request, and a request costs a cent. Where Reeve\n' +
    'is deployed the pages are those of its last run; else, and without AWS, each request is one page.',
  parameters: [],
  options: {
    set: { type: 'string', value: 'SET', about: `${RUN_SETS.join(' or ')}; else both` },
    stack: stackOption,
  },

  async run({ options: { set, stack } }, { answer, progress }) {
    const settings = await readCostSettings(stack);
    const sets = set === undefined ? [...RUN_SETS] : [readSet(set)];
    const at = new Date().toISOString();
    const known = await readFromDeployment(stack, at, progress);
    const planOf = (of: (typeof RUN_SETS)[number]) => planRun({ set: of, at, settings, state: known.state });
    const isFree = settings.focus !== undefined;
    const plans = sets.map(planOf);
    const month = monthOfSchedules(planOf('daily'), planOf('monthly'), isFree);

    const text = plans.flatMap((plan) => {
      const warning = isFree ? undefined : capWarning(plan, settings, known);
      return [...describePlan(plan, isFree), '', ...(warning ? [warning, ''] : [])];
    });
    answer([...text, ...describeMonth(month, settings, known)].join('\n'), {
      plans: plans.map(planData),
      month,
      caps: settings.caps,
      spent: known.spent,
    });
  },
});

/** What cannot be read costs nothing but the number of pages. */
async function readFromDeployment(
  stack: string,
  now: string,
  progress: (text: string) => void,
): Promise<Known> {
  try {
    const found = await findDeployment(stack);
    if (found.bucket) return await readKnown(reportBucket(found.bucket), now);
    progress(`${whyNoReports(stack, 'costs', found)}\nEach request is taken for one page.`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    progress(
      `What former runs asked is not known: each request is taken for one page. ${describeError(error)}`,
    );
  }
  return NOTHING_KNOWN;
}
