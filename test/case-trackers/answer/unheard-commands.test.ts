import { beforeEach, describe, expect, test } from 'vitest';
import { anAnswerWorld, THE_CALL } from './an-answer-world.ts';

const MINUTE_MS = 60_000;

let world: Awaited<ReturnType<typeof anAnswerWorld>>;
beforeEach(async () => {
  world = await anAnswerWorld();
});

test('of a reply that ended unheard AWS is asked before it is sent again', async () => {
  for (const how of ['before', 'after'] as const) {
    const one = await anAnswerWorld();
    const comment = one.write('/aws reply Hello');
    one.state.faults = [{ at: one.state.calls + THE_CALL, how }];
    await expect(one.run()).rejects.toThrow('It failed');
    const sent = one.aws.messages.length;
    await expect(one.run()).rejects.toThrow('just now');
    one.pass(30 * MINUTE_MS);
    await one.run();

    expect(sent).toBe(how === 'after' ? 1 : 0);
    expect(one.aws.messages).toHaveLength(1);
    expect(one.told(comment)).toHaveLength(1);
  }
});

describe('of a command whose end nobody heard, nobody is told that nothing was sent', () => {
  const unheard = async () => {
    const comment = world.write('/aws reply Hello');
    world.state.faults = [{ at: world.state.calls + THE_CALL, how: 'after' }];
    await expect(world.run()).rejects.toThrow('It failed');
    return comment;
  };

  test('when AWS refuses later', async () => {
    const comment = await unheard();
    world.aws.refusesWith = 'no-role';
    world.pass(30 * MINUTE_MS);
    await world.run();

    expect(world.told(comment)).toEqual([expect.stringContaining('Look at the case in the console')]);
    expect(world.told(comment)[0]).not.toContain('Nothing was sent');
  });

  test('when AWS is away for a day, after which a later command has its turn', async () => {
    const comment = await unheard();
    world.pass(25 * 60 * MINUTE_MS);
    world.aws.isAway = true;
    const later = world.write('/aws resolve');
    await expect(world.run()).rejects.toThrow('away');
    world.aws.isAway = false;
    world.pass(30 * MINUTE_MS);
    await world.run();

    expect(world.told(comment)).toEqual([expect.stringContaining('gave no answer')]);
    expect(world.told(later)).toEqual([expect.stringContaining('The case is resolved.')]);
    expect(world.aws.messages).toHaveLength(1);
  });

  test('when AWS does not know the case any more', async () => {
    const comment = await unheard();
    world.aws.isKnown = false;
    world.pass(30 * MINUTE_MS);
    await world.run();

    expect(world.told(comment)).toEqual([expect.stringContaining('gave no answer')]);
  });
});

test('where AWS is sure to have no message, and refuses it now, nothing was sent', async () => {
  const comment = world.write('/aws reply Hello');
  world.state.faults = [{ at: world.state.calls + THE_CALL, how: 'before' }];
  await expect(world.run()).rejects.toThrow('It failed');
  world.aws.refusesReply = true;
  world.pass(30 * MINUTE_MS);
  await world.run();

  expect(world.told(comment)).toEqual([expect.stringContaining('Nothing was sent to AWS.')]);
});

test('a command that was never begun is given up after a day in which AWS was away, and nothing was sent', async () => {
  world.aws.isAway = true;
  const comment = world.write('/aws reply Hello');
  await expect(world.run()).rejects.toThrow('away');
  world.pass(25 * 60 * MINUTE_MS);
  await world.run();

  expect(world.told(comment)).toEqual([expect.stringContaining('Nothing was sent to AWS.')]);
});
