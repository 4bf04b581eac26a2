import { expect, test } from 'vitest';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Context } from '#bin/commands/doctor/context.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { runChecks } from '#bin/commands/doctor/run-checks.ts';
import { Unseen } from '#bin/commands/doctor/unseen.ts';

const aCheck = (name: string, run: Check['run']): Check => ({
  name,
  area: 'Hub',
  about: 'It',
  asks: 'nobody',
  actions: [],
  run,
});
const told = async (...checks: Check[]) =>
  (await runChecks(checks, {} as Context)).map(({ check, verdict, text }) => [check, verdict, text]);

test('a check that finds nothing to look at says so', async () => {
  expect(await told(aCheck('empty', async () => []))).toEqual([
    ['empty', 'skipped', 'There is nothing to look at'],
  ]);
});

test('what was seen before a check could not go on is told, and the next one is asked', async () => {
  const cut = aCheck('cut', async function* (): AsyncIterable<Observed> {
    yield { verdict: 'ok', text: 'seen' };
    throw new Unseen({ text: 'dark' });
  });

  expect(
    await told(
      cut,
      aCheck('next', async () => [{ verdict: 'ok', text: 'fine' }]),
    ),
  ).toEqual([
    ['cut', 'ok', 'seen'],
    ['cut', 'unseen', 'dark'],
    ['next', 'ok', 'fine'],
  ]);
});
