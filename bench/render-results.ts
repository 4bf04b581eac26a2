import type { Outcome } from './experiment.ts';
import { ratiosOf, type Spread, spreadOf } from './spread.ts';

/** The verdict on a promise that is not kept. */
export const FAILS = '**does not hold**';

/** The results as a page of Markdown. */
export function renderResults(outcomes: readonly Outcome[], machine: readonly string[]): string {
  return [
    '# Results of the benchmark',
    '',
    'Written by `npm run bench`. Rounds are interleaved; figures are medians with the 10th and 90th percentile, and',
    'ratios are taken round by round. Ratios hold on other machines, absolute figures do not.',
    '',
    ...machine.map((line) => `- ${line}`),
    '',
    '| | metric | ours | against | theirs | ratio | must | aim | |',
    '|---|---|---|---|---|---|---|---|---|',
    ...outcomes.map(rowOf),
    '',
    ...remarksOf(outcomes),
  ].join('\n');
}

/** What a figure is worth: a peer that could not be run proves nothing. */
export function verdictOf({ experiment, ours, peer }: Outcome): string {
  if ('skipped' in experiment.peer) return `skipped: ${experiment.peer.skipped}`;
  const figures = { ratio: spreadOf(ratiosOf(ours, peer)).median, ours: spreadOf(ours).median };
  if (!experiment.must.holds(figures)) return FAILS;
  return experiment.aim.holds(figures) ? 'reaches the aim' : 'holds';
}

function remarksOf(outcomes: readonly Outcome[]): string[] {
  const remarks = new Set(outcomes.flatMap(({ experiment }) => experiment.remark ?? []));
  return [...remarks].flatMap((remark) => [remark, '']);
}

function rowOf(outcome: Outcome): string {
  const { experiment, ours, peer } = outcome;
  const { id, metric, must, aim } = experiment;
  const measured = ours.length > 0;
  const cells = [
    id,
    metric,
    measured ? show(spreadOf(ours)) : '',
    experiment.peer.name,
    measured ? show(spreadOf(peer)) : '',
    measured ? show(spreadOf(ratiosOf(ours, peer))) : '',
    must.says,
    aim.says,
    verdictOf(outcome),
  ];
  return `| ${cells.join(' | ')} |`;
}

function show({ median, p10, p90 }: Spread): string {
  const [middle, low, high] = [median, p10, p90].map((value) =>
    value.toLocaleString('en-US', { maximumSignificantDigits: 3 }),
  );
  return `${middle} (${low}–${high})`;
}
