import { describe, expect, test } from 'vitest';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { changesOf, type ThreadNews } from '#lambdas/support-cases/tell/changes-of.ts';
import { aCase, afterHours, CREATED, PERMIT, RESOLVED, WAITING } from './a-case.ts';

type Row = Partial<CaseRow>;
const READ = afterHours(60);
const aws = (hours: number) => ({ at: afterHours(hours), from: 'aws' as const });
const us = (hours: number) => ({ at: afterHours(hours), from: 'customer' as const });

function changes(before: Row | undefined, after: Row, added: ThreadNews['added'] = [], edited = 0) {
  const was = before && aCase(before);
  return changesOf(was, aCase({ readAt: READ, ...after }), { added, edited });
}

describe('a case that is new', () => {
  test('was created, and its first message is no answer', () => {
    expect(changes(undefined, {}, [us(0)])).toEqual([{ kind: 'created', at: CREATED }]);
  });

  test('that AWS opened for us has no answer yet either', () => {
    expect(changes(undefined, {}, [aws(0)]).map(({ kind }) => kind)).toEqual(['created']);
  });

  test('is told with all that happened before it was read, in order', () => {
    expect(changes(undefined, { ...RESOLVED, createdAt: CREATED }, [aws(2), us(0), aws(1), us(3)])).toEqual([
      { kind: 'created', at: CREATED },
      { kind: 'answered', at: afterHours(2), count: 2 },
      { kind: 'replied', at: afterHours(3), count: 1 },
      { kind: 'resolved', at: RESOLVED.resolvedAt },
    ]);
  });
});

describe('a case that was known', () => {
  test.each<[string, Row, Row, string[]]>([
    ['that is the same has no changes', {}, {}, []],
    ['may wait for us', {}, WAITING, ['waiting']],
    ['that waits still is no news', WAITING, WAITING, []],
    ['that waits no more says so by our answer', WAITING, { status: 'customer-action-completed' }, []],
    ['may be resolved', WAITING, RESOLVED, ['resolved']],
    ['that stays resolved is no news', RESOLVED, RESOLVED, []],
    ['may be reopened', RESOLVED, { status: 'reopened' }, ['reopened']],
    ['may be reopened by a status that nobody knows', RESOLVED, { status: 'on-fire' }, ['reopened']],
    [
      'may be reopened and wait at once',
      RESOLVED,
      { status: 'pending-customer-action', waitingSince: afterHours(61) },
      ['reopened', 'waiting'],
    ],
    ['may have a request of AWS', {}, { permits: [PERMIT] }, ['permit-asked']],
    ['that has it still is no news', { permits: [PERMIT] }, { permits: [PERMIT] }, []],
    [
      'has it no more when it was accepted',
      { permits: [PERMIT] },
      { permits: [{ ...PERMIT, status: 'ACCEPTED' }] },
      ['permit-ended'],
    ],
    ['has it no more when it is gone', { permits: [PERMIT] }, {}, ['permit-ended']],
    [
      'may have another in its place',
      { permits: [PERMIT] },
      { permits: [{ ...PERMIT, id: 'permit-2' }] },
      ['permit-asked', 'permit-ended'],
    ],
  ])('%s', (_name, before, after, kinds) => {
    expect(changes(before, after).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('two answers between two readings are both counted, by the newest (simi31jain/AWS-Support-Jira-Automation)', () => {
    expect(changes({}, {}, [aws(5), aws(4)])).toEqual([{ kind: 'answered', at: afterHours(5), count: 2 }]);
  });

  test('waits anew when we answered and AWS asked again before it was read', () => {
    const again = { ...WAITING, waitingSince: afterHours(9) };
    expect(changes(WAITING, again, [us(8), aws(9)]).map(({ kind }) => kind)).toEqual([
      'replied',
      'answered',
      'waiting',
    ]);
    expect(changes(WAITING, again)).toEqual([]);
  });

  test('tells how many messages AWS took something out of, when that was seen', () => {
    expect(changes({}, {}, [], 2)).toEqual([{ kind: 'edited', at: READ, count: 2 }]);
  });
});
