import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentText, toText, toUnits } from '#local/counterparts/cost-explorer/amount.ts';
import {
  addDays,
  addMonths,
  daysFrom,
  daysIn,
  isDay,
  monthsFrom,
} from '#local/counterparts/cost-explorer/calendar.ts';

Decimal.set({ precision: 60 });

test('An amount is written as it is read, without an exponent, closing zeros or -0', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), (units) => {
      const text = toText(units);
      expect(toUnits(text)).toBe(units);
      expect(text).toMatch(/^-?\d+(?:\.\d{0,9}[1-9])?$/);
      expect(new Decimal(text).times(1e10).toFixed(0)).toBe(String(units));
    }),
  );
  expect(toText(toUnits('-0.0000000289'))).toBe('-0.0000000289');
  expect(toText(toUnits('-0'))).toBe('0');
  expect(toText(toUnits('100'))).toBe('100');
});

test.each(['1e-7', '', '.5', '1.', '1,5', '0.00000000001', 'NaN'])('"%s" is no amount', (text) => {
  expect(() => toUnits(text)).toThrow(RangeError);
});

test('A part of nothing is no percent', () => {
  expect(percentText(1n, 0n)).toBe('0');
  expect(percentText(1n, 3n)).toBe('33.3333333333');
});

test('Days and months are those of the calendar, leap years too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -500, max: 500 }), (from, by) => {
      const day = addDays('1990-01-01', from);
      expect(isDay(day)).toBe(true);
      expect(daysFrom(day, addDays(day, by))).toBe(by);
      const month = day.slice(0, 7);
      expect(monthsFrom(month, addMonths(month, by))).toBe(by);
      expect(daysIn(month)).toContain(day);
    }),
  );
  expect(daysIn('2028-02')).toHaveLength(29);
  expect(isDay('2026-02-29')).toBe(false);
});
