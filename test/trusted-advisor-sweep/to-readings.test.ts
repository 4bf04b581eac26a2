import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packMessages } from '#lambdas/trusted-advisor-sweep/tell/pack-messages.ts';
import { toReadings } from '#lambdas/trusted-advisor-sweep/tell/to-readings.ts';
import { SHOP, VOLUMES } from '#test/trusted-advisor-sweep/an-estate.ts';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const SQS_BYTES = 262_144;
const { columns: _notKnown, ...check } = VOLUMES;
const item = fc.record({
  key: fc.string(),
  status: fc.constant('error' as const),
  fields: fc.dictionary(fc.string({ maxLength: 20 }), fc.string({ unit: 'grapheme', maxLength: 500 }), {
    maxKeys: 8,
  }),
});
const items = fc.array(item, { maxLength: 400, size: 'max' });

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

test('a hundred items with much to say are more than one message, and more than one request', () => {
  const text = '€'.repeat(500);
  const seen = Array.from({ length: 100 }, (_, index) => ({
    key: String(index),
    status: 'error' as const,
    fields: { a: text, b: text, c: text, d: text, e: text },
  }));
  const reading = { check, at: NOW.toISOString(), items: [] };
  const checks = [{ reading, difference: { seen, wasThere: [], ended: [] } }];
  const readings = toReadings(SHOP, { checks, ended: [] }, NOW);

  expect(readings.flatMap((one) => one.seen)).toHaveLength(100);
  expect(Math.max(...readings.map(bytesOf))).toBeLessThanOrEqual(SQS_BYTES);
  const packs = packMessages(readings).map((pack) => pack.reduce((sum, one) => sum + bytesOf(one), 0));
  expect(Math.max(...packs)).toBeLessThanOrEqual(SQS_BYTES);
});

test('every item is in one message, and each is small enough for SQS, alone and with nine others', () => {
  fc.assert(
    fc.property(items, items, (seen, wasThere) => {
      const ended = seen.map(({ key }) => ({ key, ending: 'gone' as const }));
      const reading = { check, at: NOW.toISOString(), items: [] };
      const difference = { checks: [{ reading, difference: { seen, wasThere, ended } }], ended: [] };
      const readings = toReadings(SHOP, difference, NOW);

      const seenIn = (isBaseline: boolean) =>
        readings.filter((one) => (one.isBaseline ?? false) === isBaseline).flatMap((one) => one.seen);
      const withoutKeys = (some: typeof seen) => some.map(({ status, fields }) => ({ status, fields }));
      expect(seenIn(false)).toEqual(withoutKeys(seen));
      expect(seenIn(true)).toEqual(withoutKeys(wasThere));
      expect(readings.flatMap((one) => one.ended)).toEqual(ended);
      for (const one of readings) expect(one.seen.length + one.ended.length).toBeLessThanOrEqual(100);
      const packs = packMessages(readings);
      expect(packs.flat()).toEqual(readings);
      for (const pack of packs) {
        expect(pack.reduce((sum, one) => sum + bytesOf(one), 0)).toBeLessThanOrEqual(SQS_BYTES);
      }
    }),
    { numRuns: 15 },
  );
});
