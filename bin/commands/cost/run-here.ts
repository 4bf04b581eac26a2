import { describeError } from '#bin/commands/command-line/describe-error.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import type { Terminal } from '#bin/commands/command-line/terminal.ts';
import { callerAccount } from '#bin/commands/cost/caller-account.ts';
import { openNotebook } from '#bin/commands/cost/run-notebook.ts';
import { runPorts } from '#bin/commands/cost/run-ports.ts';
import { showRun } from '#bin/commands/cost/show-run.ts';
import type { RefusedQuery } from '#bin/commands/cost/told-source.ts';
import { folderStore } from '#bin/commands/reports/folder-store.ts';
import type { CostSettings } from '#lambdas/contracts/settings.ts';
import type { CostMessage } from '#lambdas/cost-reports/cost-message.ts';
import { runCosts } from '#lambdas/cost-reports/run-costs.ts';

type Given = { folder: string; wanted: CostMessage; planned: number; settings: CostSettings };

/** Runs on this machine what the function would run, into a folder. */
export async function runHere(
  { folder, wanted, planned, settings }: Given,
  terminal: Terminal,
): Promise<void> {
  const { progress } = terminal;
  const account = await callerAccount();
  if (settings.payer && settings.payer !== account) {
    progress(
      `These credentials are of ${account}, not of ${settings.payer}: AWS shows the costs of ${account} alone.`,
    );
  }
  const store = folderStore(folder);
  const { message, isResumed, finish } = await openNotebook(folder, wanted);
  if (isResumed) progress(`The run of ${message.at} goes on: what it has paid for is not asked again.`);
  const refused: RefusedQuery[] = [];
  const onRefusal = (query: RefusedQuery) => refused.push(query);
  try {
    await runCosts(message, runPorts({ store, settings, account, planned, progress, onRefusal }));
  } catch (error) {
    throw new Failure(`${reasonsOf(error)}\nThe same command goes on where this run stopped.`, {
      cause: error,
    });
  }
  await finish();
  const { hasMade } = await showRun({ store, folder, message, settings, refused }, terminal);
  if (refused.length > 0 && !hasMade) throw new Failure('The run made no report: see what was refused.');
}

function reasonsOf(error: unknown): string {
  const errors: unknown[] = error instanceof AggregateError ? error.errors : [error];
  return errors.map(describeError).join('\n');
}
