import { expect, test } from 'vitest';
import { askForAll } from '#lambdas/health-reconcile/ask-for-all.ts';

const parts = Array.from({ length: 23 }, (_, index) => `part ${index}`);

/** Answers but for those that fail so many times. */
function anApi(failing: Record<string, number> = {}) {
  const left = { ...failing };
  const asked: string[][] = [];
  const ask = async (some: string[]) => {
    asked.push(some);
    const failed = some.filter((part) => (left[part] ?? 0) > 0);
    for (const part of failed) left[part] = (left[part] ?? 0) - 1;
    const found = new Map(some.filter((part) => !failed.includes(part)).map((part) => [part, `of ${part}`]));
    return { found, errors: failed.map(() => 'SomeError') };
  };
  return { ask, asked };
}

test('ten are asked for at a time (aws-health-aware#9)', async () => {
  const { ask, asked } = anApi();
  const { found, errors } = await askForAll(parts, ask);

  expect(asked.map(({ length }) => length)).toEqual([10, 10, 3]);
  expect([...found.keys()]).toEqual(parts);
  expect(errors).toEqual([]);
});

test('what failed once is asked for again, whoever it was (aws-health-aware#106)', async () => {
  const { ask, asked } = anApi({ 'part 3': 1, 'part 12': 1 });
  const { found, errors } = await askForAll(parts, ask);

  expect(asked.at(-1)).toEqual(['part 3', 'part 12']);
  expect(found.size).toBe(parts.length);
  expect(errors).toEqual([]);
});

test('what fails twice is left out, with the name of the error, and the rest goes on', async () => {
  const { ask } = anApi({ 'part 3': 2 });
  const { found, errors } = await askForAll(parts, ask);

  expect(found.has('part 3')).toBe(false);
  expect(found.size).toBe(parts.length - 1);
  expect(errors).toEqual(['SomeError']);
});

test('nobody is asked for nothing', async () => {
  const { ask, asked } = anApi();
  expect(await askForAll([], ask)).toEqual({ found: new Map(), errors: [] });
  expect(asked).toEqual([]);
});
