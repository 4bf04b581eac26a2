import type { CoverageSummary } from '#lambdas/tag-coverage/coverage-summary.ts';
import { toFirstLook } from '#lambdas/tag-coverage/digest/to-first-look.ts';
import { toWeeklyDigest } from '#lambdas/tag-coverage/digest/to-weekly-digest.ts';
import { resourcesOf } from '#lambdas/tag-coverage/judge/key-count.ts';
import { mondayOf } from '#lambdas/tag-coverage/remember/days.ts';
import type { SweepState } from '#lambdas/tag-coverage/remember/sweep-state.ts';
import type { SweepPorts } from '#lambdas/tag-coverage/sweep-ports.ts';

type Told = Pick<SweepState, 'toldVersion' | 'toldWeek'>;

/**
 * Tells the first look at a new policy, again until there is something to see, and else once a week how it goes. What
 * was told comes back.
 */
export async function tellDigests(
  summary: CoverageSummary,
  before: Told = {},
  { observe, linkTo }: Pick<SweepPorts, 'observe' | 'linkTo'>,
): Promise<Told> {
  const { date, policy, total } = summary;
  const { toldVersion, toldWeek } = before;
  const week = mondayOf(date);
  if (toldVersion !== policy.version) {
    await observe(toFirstLook(summary, linkTo));
    if (resourcesOf(total) === 0) return toldWeek ? { toldWeek } : {};
    return { toldVersion: policy.version, toldWeek: week };
  }
  if (toldWeek === week) return { toldVersion, toldWeek };
  await observe(toWeeklyDigest(summary, linkTo));
  return { toldVersion, toldWeek: week };
}
