import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { healthTime } from '#lambdas/health-alerts/health-time.ts';

const seconds = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => Math.floor(date.getTime() / 1000) * 1000);

test.each([
  ['Fri, 3 Jun 2022 05:01:10 GMT', '2022-06-03T05:01:10.000Z'],
  ['Fri, 03 Jun 2022 05:01:10 GMT', '2022-06-03T05:01:10.000Z'],
  ['Thu, 27 Jan 2026 13:44:13 GMT', '2026-01-27T13:44:13.000Z'],
  ['27 Jan 2026 13:44:13 GMT', '2026-01-27T13:44:13.000Z'],
  [' Tue, 27 jan 2026 13:44:13 +0000 ', '2026-01-27T13:44:13.000Z'],
  ['2026-01-27T13:44:13Z', '2026-01-27T13:44:13.000Z'],
  ['2026-01-27T13:44:13.500+01:00', '2026-01-27T12:44:13.500Z'],
])('%j is %s, whatever its weekday', (text, expected) => {
  expect(new Date(healthTime(text) ?? Number.NaN).toISOString()).toBe(expected);
});

test.each([
  undefined,
  '',
  ' ',
  'soon',
  'page 5',
  '5',
  'Fri, 3 Foo 2022 05:01:10 GMT',
  'Thu, 31 Jun 2026 00:00:00 GMT',
  'Fri, 3 Jun 2022 05:01:10 CEST',
  '2022-07-02 12:33:26.951000+00:00',
  '2026-13-45T00:00:00Z',
  '+275760-09-13T00:00:00Z',
])('%j is no time', (text) => {
  expect(healthTime(text)).toBeUndefined();
});

test('every second comes back as it was written', () => {
  fc.assert(
    fc.property(seconds, (time) => {
      expect(healthTime(new Date(time).toUTCString())).toBe(time);
      expect(healthTime(new Date(time).toISOString())).toBe(time);
    }),
  );
});

test('a wrong weekday changes nothing', () => {
  const weekday = fc.constantFrom('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun');
  fc.assert(
    fc.property(seconds, weekday, (time, day) => {
      expect(healthTime(new Date(time).toUTCString().replace(/^\w{3}/, day))).toBe(time);
    }),
  );
});

test('any text is a time within four-digit years, or none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const time = healthTime(text);
      if (time !== undefined) expect(new Date(time).toISOString()).toMatch(/^\d{4}-/);
      else expect(time).toBeUndefined();
    }),
  );
});
