import { describe, expect, test } from 'vitest';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { toMeasuredCase } from '#lambdas/support-cases/measure/measured-case.ts';
import { aCase, afterHours, PERMIT, RESOLVED, RULES, WAITING } from '#test/support-cases/tell/a-case.ts';

const HOUR_MS = 3_600_000;
const measured = (row: Partial<CaseRow>, hours = 2) =>
  toMeasuredCase(aCase(row), RULES.firstAnswerMinutes, new Date(afterHours(hours)));

describe('the first answer', () => {
  test.each<[string, Partial<CaseRow>, number, string]>([
    ['due', {}, 3.9, 'due'],
    ['overdue', {}, 4.1, 'overdue'],
    ['on time', { firstAnswerAt: afterHours(4) }, 9, 'on-time'],
    ['late', { firstAnswerAt: afterHours(4.1) }, 9, 'late'],
    ['of a severity without a target', { severity: 'on-fire', firstAnswerAt: afterHours(1) }, 9, 'none'],
    ['of a case that was over before', RESOLVED, 99, 'none'],
    ['of a case that AWS opened', { openedBy: 'aws' }, 9, 'none'],
    ['of a case that AWS opened, of an older row', { firstAnswerAt: afterHours(0) }, 9, 'none'],
  ])('%s', (_name, row, hours, answer) => expect(measured(row, hours).answer).toBe(answer));

  test('takes from the opening, and nothing where AWS opened the case itself', () => {
    expect(measured({ firstAnswerAt: afterHours(1.5) }).tookMs).toBe(1.5 * HOUR_MS);
    expect(measured({ openedBy: 'aws' })).not.toHaveProperty('tookMs');
  });
});

test('a withheld case says in no table what it is about', () => {
  const row = { withheld: 'security', service: 'zebra', category: 'zebra', language: 'zebra' } as const;
  expect(JSON.stringify(measured(row))).not.toContain('zebra');
  expect(measured(row)).toMatchObject({ isWithheld: true, severity: 'high' });
});

describe('the wait for us', () => {
  test('is all former ones and the one that lasts', () => {
    expect(measured({ ...WAITING, waitedMs: 5 * HOUR_MS }, 10)).toMatchObject({
      waitingSince: afterHours(3),
      waitedMs: 12 * HOUR_MS,
    });
    expect(measured({ waitedMs: 5 * HOUR_MS }, 10).waitedMs).toBe(5 * HOUR_MS);
  });

  test('lasts where AWS asks to see data, too', () => {
    expect(measured({ permits: [PERMIT] }, 10)).toMatchObject({
      waitingSince: afterHours(4),
      waitedMs: 6 * HOUR_MS,
    });
  });

  test('of a case from before Reeve looked is not known, and not 0', () => {
    expect(measured({ isBaseline: true, ...WAITING })).not.toHaveProperty('waitedMs');
  });
});
