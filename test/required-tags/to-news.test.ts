import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TagMessage } from '#lambdas/required-tags/compliance-event.ts';
import { newestNews } from '#lambdas/required-tags/newest-news.ts';
import { toNews } from '#lambdas/required-tags/to-news.ts';
import { anEvaluation, NOW, settings, someNews } from '#test/required-tags/an-evaluation.ts';

const read = (message: unknown, over = {}) =>
  toNews(TagMessage.parse(message), { ...settings, ...over }, NOW);

test('an evaluation is ordered by the time that AWS Config gives it, not by its arrival', () => {
  expect(read(anEvaluation('NON_COMPLIANT'))?.at).toBe(Date.parse('2026-11-22T09:50:00Z'));
});

describe('where that time is missing', () => {
  test.each([
    {
      left: 'when the result was recorded',
      over: { resultRecordedTime: '2026-11-22T09:50:30Z' },
      at: '09:50:30',
    },
    { left: 'when the event was sent', over: {}, at: '09:50:40' },
  ])('$left counts', ({ over, at }) => {
    const event = anEvaluation('NON_COMPLIANT');
    const detail = { ...event.detail, newEvaluationResult: { complianceType: 'NON_COMPLIANT', ...over } };
    expect(read({ ...event, detail })?.at).toBe(Date.parse(`2026-11-22T${at}Z`));
  });
});

test('a time that lies ahead does not shut out what follows', () => {
  expect(read(anEvaluation('NON_COMPLIANT', { at: '2036-01-01T00:00:00Z' }))?.at).toBe(NOW.getTime());
});

test('a first evaluation names the version of the policy, a change does not', () => {
  const event = anEvaluation('NON_COMPLIANT');
  expect(read(event)?.firstOf).toBe('0a1b2c3d');
  expect(read({ ...event, detail: { ...event.detail, oldEvaluationResult: null } })?.firstOf).toBe(
    '0a1b2c3d',
  );
  expect(read(anEvaluation('NON_COMPLIANT', { old: 'COMPLIANT' }))).not.toHaveProperty('firstOf');
});

describe('that something complies is believed', () => {
  test.each([
    { of: 'our rule of this policy', said: {}, engine: 'guard', says: 'complies' },
    { of: 'a managed rule, which checks less', said: {}, engine: 'managed', says: 'unsure' },
    {
      of: 'a former policy',
      said: { rule: 'reeve-required-tags-ffffffff-1' },
      engine: 'guard',
      says: 'unsure',
    },
  ])('of $of: $says', ({ said, engine, says }) => {
    expect(read(anEvaluation('COMPLIANT', said), { engine })?.says).toBe(says);
  });

  test.each(['NOT_APPLICABLE', 'INSUFFICIENT_DATA', 'A_WORD_OF_TOMORROW'])('%s is looked into', (word) => {
    expect(read(anEvaluation(word))?.says).toBe('unsure');
  });
});

test('a rule that is none of ours says nothing, ours is known by what it begins with', () => {
  expect(read(anEvaluation('NON_COMPLIANT', { rule: 'required-tags' }))).toBeUndefined();
  const suffixed = anEvaluation('NON_COMPLIANT', {
    rule: 'reeve-required-tags-0a1b2c3d-1-conformance-pack-abc',
  });
  expect(read(suffixed)?.firstOf).toBe('0a1b2c3d');
});

test('the account is the envelope’s, whatever stands inside', () => {
  const event = anEvaluation('NON_COMPLIANT');
  const forged = { ...event, detail: { ...event.detail, awsAccountId: '999999999999' } };
  expect(read(forged)?.account).toBe('111122223333');
});

test('a global resource is asked about where it was recorded, by the word of the sweep or in the global Region', () => {
  const event = anEvaluation('NON_COMPLIANT');
  const news = read({ ...event, detail: { ...event.detail, awsRegion: 'global' } });
  expect(news).toMatchObject({ region: 'global', askedIn: 'eu-west-1' });
  const recheck = {
    kind: 'recheck',
    account: '111122223333',
    region: 'global',
    type: 'AWS::IAM::Role',
    id: 'a',
    at: 'x',
  };
  expect(read({ ...recheck, askIn: 'eu-west-1' })?.askedIn).toBe('eu-west-1');
  expect(read(recheck)).toMatchObject({ askedIn: 'us-east-1', isRecheck: true, at: NOW.getTime() });
  expect(read(recheck, { homeRegion: 'us-gov-east-1' })?.askedIn).toBe('us-gov-west-1');
});

test('whatever a field holds that is not needed, the event is read', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (odd, other) => {
      const event = anEvaluation('NON_COMPLIANT');
      const detail = { ...event.detail, annotation: odd, oldEvaluationResult: other, awsRegion: odd };
      expect(read({ ...event, detail, time: odd, resources: other })?.says).toBe('violates');
    }),
  );
});

test('what a sweep saw to violate is told even where it cannot be looked at', () => {
  const recheck = {
    kind: 'recheck' as const,
    account: '111122223333',
    region: 'eu-west-1',
    type: 'AWS::S3::Bucket',
    id: 'logs',
    at: '2026-11-22T09:00:00Z',
  };

  expect(read(recheck)?.says).toBe('unsure');
  expect(read({ ...recheck, violates: true })?.says).toBe('violates');
  expect(read({ ...recheck, unwatched: true })?.says).toBe('unwatched');
});

test('an event that comes along with a sweep does not take its time away again', () => {
  const asked = someNews({ says: 'unsure', isRecheck: true, at: 1 });
  const heard = someNews({ at: 2 });

  for (const both of [
    [asked, heard],
    [heard, asked],
  ])
    expect(newestNews(both)).toMatchObject([{ at: 2, says: 'violates', isRecheck: true }]);
});
