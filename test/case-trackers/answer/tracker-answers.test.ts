import { expect, test } from 'vitest';
import { answerLink, isHeard, type TrackerAnswers } from '#lambdas/case-trackers/answer/tracker-answers.ts';
import { refusalOf } from '#lambdas/case-trackers/answer/writer-errors.ts';
import { ItemGoneError } from '#lambdas/case-trackers/tracker-errors.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { aRow } from '#test/case-trackers/a-case.ts';

const NOW = new Date('2026-11-23T03:00:00.000Z');
const item = { id: '7', url: '', hash: '', sent: [] };
const link = {
  tracker: 'ops',
  place: 'here',
  account: '1',
  displayId: '2',
  item,
  notes: {},
  states: 0,
  version: 1,
};

/** Whose rows cannot be read, for this reason. */
const failing = (error: Error) =>
  ({
    settings: { actors: { ops: ['hanako'] }, perHour: 10, region: 'us-east-1' },
    ports: { answersOf: () => Promise.reject(error) },
  }) as unknown as TrackerAnswers;
const tracker = { memory: {} } as never;

test('an issue that people deleted rings nobody; anything else does', async () => {
  await expect(answerLink(link, tracker, failing(new ItemGoneError('gone')))).resolves.toBeUndefined();
  await expect(answerLink(link, tracker, failing(new RetryLaterError('x')))).rejects.toThrow('x');
});

test('a tracker that only takes is not asked', async () => {
  await expect(answerLink(link, {} as never, failing(new Error('asked')))).resolves.toBeUndefined();
});

test('cases are heard while AWS may take them up again', () => {
  const resolved = (resolvedAt: string) => aRow({ status: 'resolved', resolvedAt });
  expect(isHeard(aRow(), link, NOW)).toBe(true);
  expect(isHeard(aRow(), { ...link, isGone: true }, NOW)).toBe(false);
  expect(isHeard(aRow(), undefined, NOW)).toBe(false);
  expect(isHeard(resolved('2026-11-10T03:00:00.000Z'), link, NOW)).toBe(true);
  expect(isHeard(resolved('2026-11-08T03:00:00.000Z'), link, NOW)).toBe(false);
});

test('what AWS did not take is not asked again; what may have been taken is', () => {
  expect(refusalOf(new PermanentError('no'))).toBe('not-taken');
  expect(refusalOf(new RetryLaterError('later'))).toBeUndefined();
});
