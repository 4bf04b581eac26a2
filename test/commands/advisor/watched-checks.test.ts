import { expect, test } from 'vitest';
import { describeWatched } from '#bin/commands/advisor/describe-watched.ts';
import { checkCounts, watchedChecks } from '#bin/commands/advisor/watched-checks.ts';
import { CHECKS, SELECTION } from '#test/trusted-advisor-sweep/a-publication.ts';

const choice = { ...SELECTION, except: ['VPC*'], categories: ['security', 'service_limits'] };
const counts = checkCounts();
for (const status of ['error', 'error', 'warning', 'info', 'ok'])
  counts.add({ check_id: 'Pfx0RwqBli', status });
const checks = watchedChecks(CHECKS, choice, counts.of);

test('each check is watched, or there is a reason, with what it flags', () => {
  expect(checks.map(({ id, notWatched, red, yellow, info }) => [id, notWatched, red, yellow, info])).toEqual([
    ['Pfx0RwqBli', undefined, 2, 1, 1],
    ['Hs4Ma3G999', 'mirrors Security Hub', 0, 0, 0],
    ['lN7RR0l7J9', 'among except', 0, 0, 0],
    ['Ti39halfu8', 'not among categories', 0, 0, 0],
  ]);
});

test('in short: how many by category, and how many are not for which reason', () => {
  const text = describeWatched(checks, false);

  expect(text[0]).toBe('1 of 4 checks are watched.');
  expect(text).toContainEqual(expect.stringMatching(/^Security +1 +2 +1 +1$/));
  expect(text).toContain('Not watched, mirrors Security Hub: 1.');
});

test('with --all each is named', () => {
  const text = describeWatched(checks, true);

  expect(text).toContainEqual(
    expect.stringMatching(/^lN7RR0l7J9 +service_limits +VPCs +0 +0 +0 +among except$/),
  );
});
