import { describe, expect, test } from 'vitest';
import { Properties } from '#local/template/properties.ts';

const of = (values: Record<string, unknown>) =>
  new Properties(values, (property, problem) => new Error(`${property} ${problem}`));

describe('Properties', () => {
  test('takes texts for numbers and booleans, as CloudFormation does', () => {
    const properties = of({ number: '30', boolean: 'true', text: 5 });
    expect(properties.number('number')).toBe(30);
    expect(properties.boolean('boolean')).toBe(true);
    expect(properties.string('text')).toBe('5');
  });

  test('reads what is absent as its fallback, an empty list or an empty object', () => {
    const properties = of({});
    expect(properties.string('a', 'x')).toBe('x');
    expect(properties.number('b', 3)).toBe(3);
    expect(properties.boolean('c')).toBe(false);
    expect(properties.strings('d')).toEqual([]);
    expect(properties.objects('e')).toEqual([]);
    expect(properties.object('f').optionalString('g')).toBeUndefined();
    expect(properties.stringMap('h')).toEqual({});
  });

  test('knows which properties nobody asked for, at any depth', () => {
    const properties = of({ a: 'x', b: { c: 1, d: 2 }, e: [{ f: 1, g: 2 }], h: { i: 1 } });
    properties.string('a');
    properties.object('b').number('c');
    for (const each of properties.objects('e')) each.number('f');
    expect(properties.unread()).toEqual(['h', 'b.d', 'e.g']);
  });

  test.each([
    ['a text', (properties: Properties) => properties.string('list')],
    ['a number', (properties: Properties) => properties.number('text')],
    ['a number', (properties: Properties) => properties.number('empty')],
    ['neither true nor false', (properties: Properties) => properties.boolean('text')],
    ['a list', (properties: Properties) => properties.strings('text')],
    ['a list of texts', (properties: Properties) => properties.strings('list')],
    ['an object', (properties: Properties) => properties.object('text')],
    ['an object', (properties: Properties) => properties.objects('list')],
    ['an object', (properties: Properties) => properties.json('text')],
    ['missing', (properties: Properties) => properties.string('nothing')],
    ['missing', (properties: Properties) => properties.json('nothing')],
  ])('refuses what is not %s', (problem, read) => {
    expect(() => read(of({ text: 'x', list: [1], empty: '' }))).toThrow(problem);
  });

  test('names the path of a nested property that it refuses', () => {
    expect(() =>
      of({ a: [{ b: 'x' }] })
        .objects('a')[0]
        ?.object('b'),
    ).toThrow('a.b is not an object');
  });
});
