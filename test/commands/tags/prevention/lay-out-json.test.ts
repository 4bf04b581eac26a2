import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutJson } from '#bin/commands/tags/prevention/lay-out-json.ts';

test('says what the value says, whatever letters it holds', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(layOutJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { examples: [[['[ a ]', '{ b }', 'c, d', 'line\nend']]] },
  );
});

test('fills lines with words, none longer than 110 letters', () => {
  const words = Array.from({ length: 40 }, (_, at) => `service:CreateSomething${at}`);
  const lines = layOutJson({ Statement: [{ Action: words, Effect: 'Deny' }] }).split('\n');

  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110);
  expect(Math.max(...lines.map((line) => line.length))).toBeGreaterThan(80);
  expect(lines.length).toBeLessThan(words.length / 1.5);
});

test('what is short stays on one line', () => {
  expect(layOutJson({ tag_key: { '@@assign': 'Owner' }, none: [], nothing: {} })).toBe(
    '{ "tag_key": { "@@assign": "Owner" }, "none": [], "nothing": {} }',
  );
});
