import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { keptReminders, remindersDue } from '#lambdas/support-cases/tell/reminders-due.ts';
import { aCase, afterHours, PERMIT, RESOLVED, RULES, WAITING } from './a-case.ts';

const ANSWERED = { firstAnswerAt: afterHours(1) };
const due = (row: Partial<CaseRow>, hours: number, rules: Parameters<typeof remindersDue>[1] = RULES) =>
  remindersDue(aCase(row), rules, new Date(afterHours(hours))).map(({ key }) => key);

describe('a case that waits for us', () => {
  test.each([
    ['is not recalled before its time', 26.9, [], []],
    ['is recalled after 24 h', 27, [], ['waiting-24h']],
    ['is not recalled twice', 50, ['waiting-24h'], []],
    ['is recalled again after 72 h', 75, ['waiting-24h'], ['waiting-72h']],
    ['is recalled once where both are due', 80, [], ['waiting-72h']],
    ['is not recalled of less afterwards', 80, ['waiting-72h'], []],
  ])('%s', (_name, hours, reminded, keys) => {
    expect(due({ ...ANSWERED, ...WAITING, reminded }, hours)).toEqual(keys);
  });

  test('is not recalled of less where the settings took back more', () => {
    const row = { ...ANSWERED, ...WAITING, reminded: ['waiting-72h'] };
    expect(due(row, 80, { ...RULES, remindAfterHours: [24] })).toEqual([]);
  });

  test('waits by a request of AWS too, since that was made', () => {
    expect(due({ ...ANSWERED, permits: [PERMIT] }, 27.9)).toEqual([]);
    expect(due({ ...ANSWERED, permits: [PERMIT] }, 28)).toEqual(['waiting-24h']);
  });

  test('says from when on it is due', () => {
    const [reminder] = remindersDue(aCase({ ...ANSWERED, ...WAITING }), RULES, new Date(afterHours(40)));
    expect(reminder).toEqual({ kind: 'still-waiting', at: afterHours(27), key: 'waiting-24h' });
  });
});

describe('the first answer', () => {
  test.each<[string, Partial<CaseRow>, number, string[]]>([
    ['is not late before its target', {}, 3.9, []],
    ['is late at its target', {}, 4, ['answer-late']],
    ['is late once', { reminded: ['answer-late'] }, 9, []],
    ['is not late when it is there', ANSWERED, 9, []],
    ['is not awaited when the case is resolved', { status: 'resolved' }, 9, []],
    ['is not awaited while AWS waits for us', { status: 'pending-customer-action' }, 9, []],
    ['is awaited in a status that nobody knows', { status: 'on-fire' }, 9, ['answer-late']],
    ['of a severity without a target is never late', { severity: 'on-fire' }, 99, []],
    ['of a severity that is called like a property is never late', { severity: 'toString' }, 99, []],
  ])('%s', (_name, row, hours, keys) => {
    expect(due(row, hours)).toEqual(keys);
  });
});

describe('the end of the time to reopen', () => {
  const END = 50 + 14 * 24;
  test.each<[string, number, string[]]>([
    ['is far', END - 48.1, []],
    ['is near two days before', END - 48, ['reopen-ends']],
    ['is over', END, []],
  ])('%s', (_name, hours, keys) => {
    expect(due(RESOLVED, hours)).toEqual(keys);
  });

  test('is told once, and not where the settings do not ask for it', () => {
    expect(due({ ...RESOLVED, reminded: ['reopen-ends'] }, END - 1)).toEqual([]);
    expect(due(RESOLVED, END - 1, { ...RULES, remindReopenDays: false })).toEqual([]);
  });
});

test('a case that was there before Reeve looked is not recalled: it has no thread yet', () => {
  expect(due({ ...WAITING, isBaseline: true }, 500)).toEqual([]);
});

describe('marks', () => {
  const marks = ['answer-late', 'waiting-24h', 'reopen-ends'];
  const kept = (before: Partial<CaseRow>, after: Partial<CaseRow>) =>
    keptReminders(aCase({ ...before, reminded: marks }), aCase(after));

  test.each<[string, Partial<CaseRow>, Partial<CaseRow>, string[]]>([
    ['of a wait stay while it lasts', WAITING, WAITING, ['answer-late', 'waiting-24h']],
    ['of a wait go with it', WAITING, {}, ['answer-late']],
    ['of a wait go with the next', WAITING, { ...WAITING, waitingSince: afterHours(9) }, ['answer-late']],
    [
      'of no wait do not stay for one of which nobody knows the beginning',
      {},
      { status: 'pending-customer-action' },
      ['answer-late'],
    ],
    ['of the end of reopening stay with it', RESOLVED, RESOLVED, ['answer-late', 'reopen-ends']],
    ['of the end of reopening go with it', RESOLVED, { status: 'reopened' }, ['answer-late']],
    [
      'of the end of reopening go where it was resolved anew',
      RESOLVED,
      { ...RESOLVED, resolvedAt: afterHours(70) },
      ['answer-late'],
    ],
  ])('%s', (_name, before, after, stay) => {
    expect(kept(before, after)).toEqual(stay);
  });

  test('of a case that was not there are none', () => {
    expect(keptReminders(undefined, aCase(WAITING))).toEqual([]);
  });

  test('are never given twice, whenever one looks', () => {
    const standing = fc.constantFrom<Partial<CaseRow>>({}, WAITING, RESOLVED, { permits: [PERMIT] });
    fc.assert(
      fc.property(standing, fc.array(fc.integer({ min: 0, max: 500 })), (row, looks) => {
        let reminded: string[] = [];
        for (const hours of looks.toSorted((a, b) => a - b)) {
          const now = aCase({ ...row, reminded });
          const keys = remindersDue(now, RULES, new Date(afterHours(hours))).flatMap(({ key }) => key ?? []);
          reminded = [...keptReminders(now, now), ...keys];
          expect(new Set(reminded).size).toBe(reminded.length);
        }
      }),
    );
  });
});
