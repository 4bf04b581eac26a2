import { expect, test } from 'vitest';
import { failover } from '#lambdas/support-cases/read/failover.ts';

const REGIONS = ['one', 'two', 'three'];
const OUTAGE = new Error('outage');
const REFUSAL = new Error('refusal');

function asker(failing: Record<string, Error>) {
  const asked: string[] = [];
  let time = 0;
  const verdicts = {
    isOutage: (error: unknown) => error === OUTAGE,
    isRefusal: (error: unknown) => error === REFUSAL,
  };
  const inSomeRegion = failover(REGIONS, verdicts, () => new Date(time));
  const ask = () =>
    inSomeRegion(async (region) => {
      asked.push(region);
      if (failing[region]) throw failing[region];
      return region;
    });
  return { ask, asked, failing, wait: (minutes: number) => void (time += minutes * 60_000) };
}

test('the first Region is asked as long as it answers', async () => {
  const { ask, asked } = asker({});
  await ask();
  await ask();

  expect(asked).toEqual(['one', 'one']);
});

test('the one that answers instead is asked first for ten minutes', async () => {
  const { ask, asked, wait } = asker({ one: OUTAGE, two: OUTAGE });
  expect(await ask()).toBe('three');
  asked.length = 0;
  wait(9);
  await ask();
  wait(2);
  await ask();

  expect(asked).toEqual(['three', 'one', 'two', 'three']);
});

test('when that fails too, all others are asked', async () => {
  const { ask, asked, failing } = asker({ one: OUTAGE });
  await ask();
  asked.length = 0;
  Object.assign(failing, { two: OUTAGE, three: OUTAGE });

  await expect(ask()).rejects.toBe(OUTAGE);
  expect(asked).toEqual(['two', 'three', 'one']);
});

test.each([
  ['the first refuses', { one: REFUSAL }, REFUSAL, ['one']],
  ['another error', { one: new RangeError('x') }, new RangeError('x'), ['one']],
  ['the others refuse', { one: OUTAGE, two: REFUSAL, three: REFUSAL }, OUTAGE, REGIONS],
  [
    'the next one has an error of its own',
    { one: OUTAGE, two: new RangeError('x') },
    new RangeError('x'),
    ['one', 'two'],
  ],
])('where %s, that is the answer', async (_, failing, error, regions) => {
  const { ask, asked } = asker(failing);

  await expect(ask()).rejects.toEqual(error);
  expect(asked).toEqual(regions);
});
