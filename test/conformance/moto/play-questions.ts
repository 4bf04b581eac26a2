import { join } from 'node:path';
import { COST_OPERATIONS } from '#lambdas/contracts/cost-operations.ts';
import { COST_REPORTS } from '#lambdas/contracts/cost-tables.ts';
import { withToken } from '#lambdas/cost-reports/cost-explorer/page-token.ts';
import { type Question, questionsOf } from '#lambdas/cost-reports/cost-explorer/question.ts';
import type { CostState } from '#lambdas/cost-reports/cost-state.ts';
import { planRun } from '#lambdas/cost-reports/plan/plan-run.ts';
import { runProgram } from '#test/conformance/run-program.ts';
import type { Tally } from '#test/conformance/tally.ts';
import { someSettings } from '#test/cost-reports/some-settings.ts';

const SCRIPT = join(import.meta.dirname, 'validate-requests.py');
/** The first and the last day of a month, the 1st of January, one in the middle. */
const DAYS = ['2026-11-22', '2026-11-30', '2026-12-01', '2027-01-01'];
const FROZEN: CostState = {
  months: { '2026-09': { frozenAt: '2026-10-15', sums: {}, fetchedAt: '', run: '', restatements: [] } },
  pages: {},
};

/** All that runs may ask of Cost Explorer, each for its first and for a later page, against botocore's model. */
export async function playQuestions(programs: string, tally: Tally): Promise<void> {
  const questions = allQuestions();
  const requests = questions.flatMap((question) => [
    { operation: question.operation, input: question.input },
    { operation: question.operation, input: withToken(question, 'a token') },
  ]);
  const faults = await faultsOf(programs, requests);
  const missing = COST_OPERATIONS.filter((name) => !questions.some(({ operation }) => operation === name));
  const problems = [...new Set(faults), ...missing.map((name) => `no run asks ${name}`)];
  const what = `botocore: its model of Cost Explorer takes all ${questions.length} questions of runs, in ${COST_OPERATIONS.length} operations`;
  if (problems.length === 0) tally.passed(what);
  else tally.failed(`${what}\n  ${problems.join('\n  ')}`);
}

/** What botocore finds wrong, each with its operation. */
export async function faultsOf(
  programs: string,
  requests: { operation: string; input: unknown; service?: string }[],
): Promise<string[]> {
  const said = await runProgram(join(programs, 'python'), [SCRIPT], { input: JSON.stringify(requests) });
  return (JSON.parse(said) as string[]).flatMap((fault, index) =>
    fault === '' ? [] : [`${requests[index]?.operation}: ${fault}`],
  );
}

function allQuestions(): Question[] {
  const settings = someSettings({
    reports: [...COST_REPORTS],
    tags: ['team'],
    costCategories: ['unit'],
  });
  const plans = DAYS.flatMap((day) =>
    (['daily', 'monthly'] as const).map((set) =>
      planRun({ set, at: `${day}T09:00:00.000Z`, settings, state: FROZEN }),
    ),
  );
  return plans.flatMap(({ queries }) => queries.flatMap(({ query }) => questionsOf(query)));
}
