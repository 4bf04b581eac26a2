import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { toMeasuredCase } from '#lambdas/support-cases/measure/measured-case.ts';
import { type Measures, measure, measureBy } from '#lambdas/support-cases/measure/measures.ts';
import { quantile } from '#lambdas/support-cases/measure/quantile.ts';
import { byWeek } from '#lambdas/support-cases/measure/weeks.ts';
import { aCase, RULES } from '#test/support-cases/tell/a-case.ts';

const NOW = new Date('2026-11-23T06:20:00.000Z');
const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS).toISOString();

/** In steps of a minute: doubles would mostly be next to nothing. */
const days = (most: number) => fc.nat(most * 1440).map((minutes) => minutes / 1440);

const row: fc.Arbitrary<CaseRow> = fc
  .record({
    account: fc.constantFrom('1', '2', '3'),
    service: fc.constantFrom('rds', 'ec2', ''),
    severity: fc.constantFrom('low', 'high', 'critical', 'on-fire'),
    status: fc.constantFrom('unassigned', 'pending-customer-action', 'resolved', 'tomorrow'),
    age: days(400),
    answered: fc.option(days(30)),
    waited: days(400),
    waitedMs: fc.nat(1e9),
    isBaseline: fc.boolean(),
    foundBy: fc.record({ event: fc.nat(20), sweep: fc.nat(20) }),
  })
  .map(({ age, answered, waited, isBaseline, ...rest }) =>
    aCase({
      ...rest,
      createdAt: ago(age),
      ...(answered === null ? {} : { firstAnswerAt: ago(age - answered) }),
      ...(rest.status === 'pending-customer-action' ? { waitingSince: ago(waited) } : {}),
      ...(rest.status === 'resolved' ? { resolvedAt: ago(age / 2) } : {}),
      ...(isBaseline ? { isBaseline } : {}),
    }),
  );
const cases = fc
  .array(row, { maxLength: 40 })
  .map((rows) => rows.map((one) => toMeasuredCase(one, RULES.firstAnswerMinutes, NOW)));

const SUMS = [
  'cases',
  'open',
  'waiting',
  'opened30',
  'resolved30',
  'answered',
  'onTime',
  'late',
  'waitedMs',
  'byEvent',
  'bySweep',
] as const;
const sumsOf = (all: Measures[]) =>
  Object.fromEntries(SUMS.map((name) => [name, all.reduce((sum, one) => sum + one[name], 0)]));

test('by account, by service and by severity the sums are those of all', () => {
  fc.assert(
    fc.property(cases, (all) => {
      const total = sumsOf([measure(all, NOW)]);
      for (const word of ['account', 'service', 'severity'] as const) {
        const groups = measureBy(all, (one) => one[word], NOW);
        expect(sumsOf(groups.map(({ measures }) => measures))).toEqual(total);
      }
    }),
  );
});

test('nothing is negative, none is counted twice, and the middle lies between the ends', () => {
  fc.assert(
    fc.property(cases, (all) => {
      const { answerMinutes, ...counts } = measure(all, NOW);
      for (const count of Object.values(counts)) expect(count).toBeGreaterThanOrEqual(0);
      expect(counts.open).toBe(all.filter(({ status }) => status !== 'resolved').length);
      expect(counts.waiting).toBeLessThanOrEqual(counts.open);
      const judged = all.filter(({ answer }) => ['on-time', 'late', 'overdue'].includes(answer));
      expect(counts.onTime + counts.late).toBe(judged.length);
      const recent = all.filter(({ createdAt }) => createdAt > ago(30) && createdAt <= ago(0));
      expect(counts.opened30).toBe(recent.length);
      expect(answerMinutes !== undefined).toBe(counts.answered > 0);
      if (!answerMinutes) return;
      expect(answerMinutes.p10).toBeLessThanOrEqual(answerMinutes.median);
      expect(answerMinutes.median).toBeLessThanOrEqual(answerMinutes.p90);
    }),
  );
});

test('a share of the values is no greater than its quantile, and no smaller one will do', () => {
  const values = fc.array(fc.nat(50), { minLength: 1 }).map((some) => some.sort((a, b) => a - b));
  fc.assert(
    fc.property(values, fc.constantFrom(0.1, 0.5, 0.9), (sorted, share) => {
      const value = quantile(sorted, share);
      const upTo = (most: number) => sorted.filter((one) => one <= most).length / sorted.length;
      expect(upTo(value)).toBeGreaterThanOrEqual(share);
      expect(upTo(value - 1)).toBeLessThan(share);
    }),
  );
});

test('each case of half a year is in the week of its opening, Monday to Sunday', () => {
  fc.assert(
    fc.property(cases, (all) => {
      const weeks = byWeek(all, NOW);
      expect(weeks.at(-1)?.monday).toBe('2026-11-23');
      for (const { monday } of weeks) expect(new Date(monday).getUTCDay()).toBe(1);
      const first = weeks[0]?.monday ?? '';
      const counted = weeks.reduce((sum, { measures }) => sum + measures.cases, 0);
      expect(counted).toBe(all.filter(({ createdAt }) => createdAt >= first).length);
    }),
  );
});
