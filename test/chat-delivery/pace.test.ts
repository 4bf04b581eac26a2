import { describe, expect, it } from 'vitest';
import { paceChannels } from '#lambdas/chat-delivery/pace.ts';
import { NOW } from './a-head.ts';

/** A pace whose sleeps pass at once and move its time. */
function aPace() {
  let time = NOW.getTime();
  const sleeps: number[] = [];
  const sleep = async (milliseconds: number) => {
    sleeps.push(milliseconds);
    time += milliseconds;
  };
  const pace = paceChannels({ now: () => new Date(time), sleep });
  return { pace, sleeps, pass: (milliseconds: number) => (time += milliseconds) };
}

describe('paceChannels', () => {
  it('lets three calls pass at once, then one a second', async () => {
    const { pace, sleeps } = aPace();
    for (let call = 0; call < 6; call += 1) await pace('ops');
    expect(sleeps).toEqual([1000, 1000, 1000]);
  });

  it('saves up a burst again in a quiet time, and no more than one', async () => {
    const { pace, sleeps, pass } = aPace();
    for (let call = 0; call < 3; call += 1) await pace('ops');
    pass(60_000);
    for (let call = 0; call < 4; call += 1) await pace('ops');
    expect(sleeps).toEqual([1000]);
  });

  it('keeps the channels apart', async () => {
    const { pace, sleeps } = aPace();
    for (const channel of ['ops', 'ops', 'ops', 'security', 'security', 'security']) await pace(channel);
    expect(sleeps).toEqual([]);
  });
});
