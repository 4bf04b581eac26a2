import { describe, expect, test } from 'vitest';
import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import { type Case, decideFinding } from '#lambdas/required-tags/decide-finding.ts';
import type { Look } from '#lambdas/required-tags/look.ts';
import { aFinding } from '#test/required-tags/a-finding.ts';
import { ACCOUNT, aLook, NOW, policy, someNews } from '#test/required-tags/an-evaluation.ts';

const BARE = aLook({});
const GOOD = aLook({ Owner: 'shop', Stage: 'dev' });
const GONE: Look = { status: 'gone' };
const UNANSWERED: Look = { status: 'unanswered' };
const ROLLED_OUT = Date.parse('2026-11-22T09:00:00Z');
const HOUR = 3_600_000;
const LOST = someNews({ says: 'unwatched', isRecheck: true });

const decide = (over: Partial<Case>) =>
  decideFinding({
    news: someNews(),
    finding: undefined,
    look: BARE,
    account: ACCOUNT,
    policy,
    rolledOutAt: undefined,
    now: NOW,
    ...over,
  });
const open: TagFinding = aFinding({ orderedBy: Date.parse('2026-11-22T09:00:00Z') });
const isOver = { ...open, status: 'mended' as const };

test('what lacks its tags opens, with all that it lacks', () => {
  expect(decide({})).toMatchObject({
    kind: 'opens',
    violations: [
      { key: 'Owner', problem: 'missing' },
      { key: 'Stage', problem: 'missing' },
    ],
  });
});

test('what was tagged seconds after it was made is told to nobody (DataChefHQ/aws-data-landing-zone#157)', () => {
  expect(decide({ look: GOOD })).toEqual({ kind: 'drop', reason: 'complies' });
});

describe('what was told', () => {
  test.each<{ by: string; over: Partial<Case>; status: string }>([
    { by: 'its rule', over: { news: someNews({ says: 'complies' }), look: BARE }, status: 'mended' },
    { by: 'a look', over: { look: GOOD }, status: 'mended' },
    { by: 'its deletion', over: { news: someNews({ says: 'unsure' }), look: GONE }, status: 'deleted' },
    { by: 'an exemption', over: { policy: exempting() }, status: 'mended' },
    {
      by: 'a policy that is for others',
      over: { policy: { ...policy, ous: ['/dev'] } },
      status: 'unwatched',
    },
    { by: 'a policy of other types', over: { policy: { ...policy, types: [] } }, status: 'unwatched' },
    { by: 'a sweep that has lost sight of it', over: { news: LOST, look: UNANSWERED }, status: 'unwatched' },
  ])('ends by $by', ({ over, status }) => {
    expect(decide({ finding: open, ...over })).toEqual({ kind: 'ends', status });
  });

  test('ends where the policy is for others, though nobody can look at it or finds it', () => {
    for (const look of [UNANSWERED, GONE])
      for (const news of [someNews(), someNews({ says: 'unsure', isRecheck: true })])
        expect(decide({ finding: open, look, news, policy: { ...policy, ous: ['/dev'] } })).toEqual({
          kind: 'ends',
          status: 'unwatched',
        });
  });

  test('lasts, with what it lacks now', () => {
    expect(decide({ finding: open, look: aLook({ Owner: 'shop' }) })).toMatchObject({
      kind: 'opens',
      violations: [{ key: 'Stage' }],
    });
  });

  test('stays as it was where it cannot be looked at', () => {
    for (const says of ['violates', 'unsure'] as const) {
      expect(decide({ finding: open, news: someNews({ says }), look: UNANSWERED })).toMatchObject({
        kind: 'opens',
        violations: open.violations,
      });
    }
  });

  test('is not changed by a late evaluation (appvia)', () => {
    const finding = { ...open, orderedBy: someNews().at + 1 };
    expect(decide({ finding, look: GOOD })).toEqual({ kind: 'drop', reason: 'outdated' });
    expect(decide({ finding: { ...finding, status: 'mended' } })).toEqual({
      kind: 'drop',
      reason: 'outdated',
    });
  });

  test('and is over, opens anew, and does not end twice', () => {
    expect(decide({ finding: isOver })).toMatchObject({ kind: 'opens' });
    expect(decide({ finding: isOver, look: GOOD })).toEqual({ kind: 'drop', reason: 'complies' });
  });
});

test('what nobody was told of is not told to be lost sight of', () => {
  for (const finding of [undefined, isOver])
    expect(decide({ finding, news: LOST, look: UNANSWERED })).toEqual({ kind: 'drop', reason: 'unwatched' });
});

describe('nobody is told of', () => {
  test('what AWS made (DataChefHQ/aws-data-landing-zone#157)', () => {
    const look = aLook({}, { name: 'aws-controltower-logs' });
    expect(decide({ look })).toEqual({ kind: 'drop', reason: 'made by AWS' });
  });

  test('what is gone, exempt, or of an account that is not meant', () => {
    expect(decide({ look: GONE })).toEqual({ kind: 'drop', reason: 'gone' });
    expect(decide({ policy: exempting() })).toEqual({ kind: 'drop', reason: 'exempt' });
    expect(decide({ policy: { ...policy, accounts: ['999900001111'] } })).toEqual({
      kind: 'drop',
      reason: 'out of scope',
    });
  });

  test('what still has its time, unless a sweep says that it is over', () => {
    const patient = { ...policy, graceDays: 3 };
    expect(decide({ policy: patient })).toEqual({ kind: 'drop', reason: 'grace' });
    expect(decide({ policy: patient, news: someNews({ says: 'unsure', isRecheck: true }) }).kind).toBe(
      'opens',
    );
    expect(decide({ policy: patient, finding: open }).kind).toBe('opens');
  });
});

describe('of a first evaluation', () => {
  const first = someNews({ firstOf: '0a1b2c3d' });
  const younger = { createdAt: ROLLED_OUT + 1 };
  const older = { createdAt: ROLLED_OUT - HOUR - 1 };
  const justBefore = { createdAt: ROLLED_OUT - HOUR };

  test.each([
    { what: 'a resource older than the policy', look: aLook({}, older), news: first, kind: 'drop' },
    { what: 'one that was made just before', look: aLook({}, justBefore), news: first, kind: 'opens' },
    { what: 'a younger one', look: aLook({}, younger), news: first, kind: 'opens' },
    { what: 'one of unknown age, while it is rolled out', look: BARE, news: first, kind: 'drop' },
    {
      what: 'one of unknown age, a day later',
      look: BARE,
      news: { ...first, evaluatedAt: ROLLED_OUT + 24 * HOUR },
      kind: 'opens',
    },
    {
      what: 'one that cannot be looked at, while it is rolled out',
      look: UNANSWERED,
      news: first,
      kind: 'drop',
    },
    { what: 'an older one that changed', look: aLook({}, older), news: someNews(), kind: 'opens' },
  ])('$what: $kind', ({ look, news, kind }) => {
    expect(decide({ look, news, rolledOutAt: ROLLED_OUT }).kind).toBe(kind);
  });
});

test('a look that fails shortens what is told, and loses nothing (DataChefHQ/aws-data-landing-zone)', () => {
  expect(decide({ look: UNANSWERED })).toEqual({ kind: 'opens', violations: [], resource: undefined });
  expect(decide({ look: UNANSWERED, news: someNews({ says: 'unsure', isRecheck: true }) })).toEqual({
    kind: 'drop',
    reason: 'unanswered',
  });
});

function exempting() {
  const exemption = {
    reason: 'Known',
    owner: 'ops',
    until: '2027-01-01T00:00:00Z',
    when: { regions: ['eu-west-1'] },
  };
  return { ...policy, exemptions: [exemption] };
}
