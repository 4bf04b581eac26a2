import { expect } from 'vitest';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import type { World } from '#local/counterparts/organization/world.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Queue } from '#local/estate.ts';
import { type Crash, killAt, recover } from '#test/proof/kill-at.ts';
import { lastOfEach, type Outcome } from '#test/proof/outcome.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

/** Cost reports, whose messages are out of sight for an hour and a half, have a matrix of their own. */
const isPlayed = ({ name }: Queue) => !name.includes('CostReports');

/** Tells a story on a cloud of its own; `settle` lets all of it happen, retries after a crash too. */
export type Story = (cloud: EmbeddedCloud, settle: () => Promise<void>) => Promise<void>;

type MatrixOptions = {
  only?: RegExp;
  matters?: (queue: Queue) => boolean;
  every?: number;
  outcomeOf?: (cloud: EmbeddedCloud) => Promise<Outcome>;
};

/**
 * Kills the sandbox before and after each call of each function of a story, or of those that `only` names: no
 * final message may change, and a post may be repeated once. After a crash time passes until the queues that matter
 * hand out again what was in flight. Of many calls that are much alike, every third or so is enough (`every`); an odd
 * number takes in both sides of calls. The number of crashes played comes back.
 */
export async function crashMatrix(
  story: Story,
  { only = /./, matters = isPlayed, every = 1, outcomeOf = lastOfEach }: MatrixOptions = {},
): Promise<number> {
  const undisturbed = await play(story, { matters, outcomeOf });
  const chosen = Object.entries(undisturbed.calls).filter(([name]) => only.test(name));
  const all = chosen.flatMap(([name, count]) =>
    Array.from({ length: count }, (_, index) => index + 1).flatMap((call) => [
      { function: name, call, when: 'before' as const },
      { function: name, call, when: 'after' as const },
    ]),
  );
  const matrix = all.filter((_, index) => index % every === 0);
  for (const [index, crash] of matrix.entries()) {
    const { finals, posts } = await play(story, { matters, outcomeOf }, crash);
    const where = `${crash.function} killed ${crash.when} call ${crash.call}`;
    expect(finals, where).toEqual(undisturbed.finals);
    for (const [channel, count] of Object.entries(posts)) {
      const usual = undisturbed.posts[channel] ?? 0;
      expect(count, `${where}: posts in ${channel}`).toBeGreaterThanOrEqual(usual);
      expect(count, `${where}: posts in ${channel}`).toBeLessThanOrEqual(usual + 1);
    }
    if (index % 20 === 0) process.stdout.write(`${index} of ${matrix.length} crashes\n`);
  }
  return matrix.length;
}

async function play(
  story: Story,
  { matters, outcomeOf }: Pick<Required<MatrixOptions>, 'matters' | 'outcomeOf'>,
  crash?: Crash,
): Promise<Outcome & { calls: Record<string, number> }> {
  const cloud = await startEmbeddedCloud({
    assembly: ASSEMBLY,
    world: smallWorld(),
    fires: ({ arn }) => arn.includes('AlertClock'),
  });
  const { calls, isPending } = killAt(cloud, crash);
  try {
    await story(cloud, async () => {
      await cloud.settled();
      if (crash && !isPending()) await recover(cloud, matters);
    });
    await recover(cloud, matters);
    expect(isPending(), 'the call was not reached').toBe(false);
    return { ...(await outcomeOf(cloud)), calls };
  } finally {
    await cloud.stop();
  }
}

/** An Organization of few accounts: each has calls of its own, and each call is a crash. */
function smallWorld(): World {
  const world = makeWorld();
  world.accounts = world.accounts.slice(0, 3);
  const parents = world.accounts.map(({ parentId }) => parentId);
  world.units = world.units.filter(({ id, parentId }) => parentId === undefined || parents.includes(id));
  return world;
}
