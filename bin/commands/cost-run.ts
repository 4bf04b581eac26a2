import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { REEVE } from '#bin/commands/command-line/help.ts';
import { callerAccount } from '#bin/commands/cost/caller-account.ts';
import { describePlan, planData } from '#bin/commands/cost/describe-plan.ts';
import { readCostSettings } from '#bin/commands/cost/read-cost-settings.ts';
import { capWarning, readKnown } from '#bin/commands/cost/run-budget.ts';
import { runHere } from '#bin/commands/cost/run-here.ts';
import { readSet } from '#bin/commands/cost/run-set.ts';
import { sendRun } from '#bin/commands/cost/send-run.ts';
import { DEFAULT_FOLDER } from '#bin/commands/cost/ways-to-reports.ts';
import { readSettings } from '#bin/commands/read-settings.ts';
import { findDeployment } from '#bin/commands/reports/find-deployment.ts';
import { folderStore } from '#bin/commands/reports/folder-store.ts';
import { whyNoReports } from '#bin/commands/reports/why-no-reports.ts';
import { stackOption } from '#bin/commands/stack-option.ts';
import { yesOption } from '#bin/commands/yes-option.ts';
import { type CostMessage, RUN_SETS } from '#lambdas/cost-reports/cost-message.ts';
import { planRun } from '#lambdas/cost-reports/plan/plan-run.ts';
import { reportBucket } from '#lambdas/runtime/report-bucket.ts';

export const costRun = defineCommand({
  name: 'cost run',
  summary: 'Asks Cost Explorer now, for about a cent a request',
  details:
    'Where Reeve is deployed its function makes the reports, and the digest. Else they are made here, with your\n' +
    'credentials, in a folder: a further run into it asks only for what may have changed, and one that broke\n' +
    'off goes on. Those of the management account show the costs of all accounts.',
  parameters: [],
  options: {
    set: { type: 'string', value: 'SET', default: 'monthly', about: RUN_SETS.join(' or ') },
    out: {
      type: 'string',
      value: 'FOLDER',
      about: `Run here, into this folder; undeployed ${DEFAULT_FOLDER}`,
    },
    yes: yesOption,
    stack: stackOption,
  },

  async run({ options: { set, out, stack, yes = false } }, terminal) {
    const settings = await readCostSettings(stack);
    // Whole seconds name a run.
    const at = `${new Date().toISOString().slice(0, 19)}Z`;
    const message: CostMessage = { kind: 'run', set: readSet(set), at };
    const { bucket, folder = DEFAULT_FOLDER } = await findPlace(out, stack, terminal.progress);
    const known = await readKnown(bucket ? reportBucket(bucket) : folderStore(folder), at);
    const plan = planRun({ ...message, settings, state: known.state });
    const isFree = settings.focus !== undefined;
    const warning = isFree ? undefined : capWarning(plan, settings, known);
    const lines = [...describePlan(plan, isFree), ...(warning ? ['', warning] : [])];
    const place = bucket ? `by ${stack}, into s3://${bucket}` : `here, into the folder ${folder}`;

    if (!yes) {
      const text = [...lines, '', `Would run ${place}.`, 'Nothing was asked: add --yes to do it.'];
      return terminal.answer(text.join('\n'), {
        plan: planData(plan),
        ...(bucket ? { bucket } : { folder }),
        done: false,
      });
    }
    lines.forEach((line) => terminal.progress(line));
    terminal.progress(`\nRuns ${place}.`);
    if (!bucket)
      return runHere({ folder, wanted: message, planned: plan.queries.length, settings }, terminal);
    const run = await sendRun(stack, message);
    const text = `Sent, as run ${run}. In some minutes: ${REEVE} cost pull\nWhere nothing comes: docs/runbook.md, "cost-reports".`;
    terminal.answer(text, { plan: planData(plan), bucket, run, done: true });
  },
});

/** A run beside a deployment would pay for what that one has: it must be asked for by name. */
async function findPlace(
  out: string | undefined,
  stack: string,
  progress: (text: string) => void,
): Promise<{ bucket?: string; folder?: string }> {
  if (out !== undefined) return { folder: out };
  const found = await findDeployment(stack);
  if (found.bucket) return { bucket: found.bucket };
  if (found.isDeployed)
    throw new Failure(`${whyNoReports(stack, 'costs', found)}\nTo run here: --out ${DEFAULT_FOLDER}.`);
  progress(whyNoReports(stack, 'costs', found));
  const { hub } = await readSettings();
  const account = await callerAccount();
  if (hub?.account && hub.account !== account) {
    progress(`These credentials are of ${account}: whether Reeve is deployed in ${hub.account} is not seen.`);
  }
  return { folder: DEFAULT_FOLDER };
}
