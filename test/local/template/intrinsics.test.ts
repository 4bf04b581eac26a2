import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type References, resolveIntrinsics } from '#local/template/intrinsics.ts';

const references: References = {
  ref: (name) => {
    if (name === 'AWS::NoValue') return undefined;
    if (name === 'Zones') return ['a', 'b'];
    if (name === 'Missing') throw new Error('Missing is not in this template');
    return `ref:${name}`;
  },
  attribute: (logicalId, attribute) => `att:${logicalId}.${attribute}`,
  condition: (name) => name === 'Yes',
};
const resolve = (value: unknown) => resolveIntrinsics(value, references);

describe('resolveIntrinsics', () => {
  test.each([
    ['a plain value', { a: [1, 'x', true, null] }, { a: [1, 'x', true, null] }],
    ['Ref', { Ref: 'Queue' }, 'ref:Queue'],
    ['Ref inside a value', { a: [{ Ref: 'Queue' }] }, { a: ['ref:Queue'] }],
    ['Fn::GetAtt as a list', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'att:Queue.Arn'],
    ['Fn::GetAtt as a text', { 'Fn::GetAtt': 'Queue.Arn' }, 'att:Queue.Arn'],
    ['Fn::GetAtt of a nested attribute', { 'Fn::GetAtt': ['Db', 'Endpoint.Port'] }, 'att:Db.Endpoint.Port'],
    ['Fn::Join', { 'Fn::Join': ['-', ['a', 1, { Ref: 'B' }]] }, 'a-1-ref:B'],
    ['Fn::Join of a list parameter', { 'Fn::Join': [',', { Ref: 'Zones' }] }, 'a,b'],
    [
      'Fn::Sub',
      { 'Fn::Sub': `\${AWS::Region}/\${Queue.Arn}/\${Queue}` },
      'ref:AWS::Region/att:Queue.Arn/ref:Queue',
    ],
    ['Fn::Sub with variables', { 'Fn::Sub': [`\${A}-\${B}`, { A: { Ref: 'X' } }] }, 'ref:X-ref:B'],
    ['Fn::Sub with a literal', { 'Fn::Sub': `\${!Keep}-\${B}` }, `\${Keep}-ref:B`],
    ['Fn::Select', { 'Fn::Select': [1, ['a', 'b']] }, 'b'],
    ['Fn::Select with a text as index', { 'Fn::Select': ['0', { Ref: 'Zones' }] }, 'a'],
    ['Fn::Split', { 'Fn::Split': ['/', 'a/b'] }, ['a', 'b']],
    ['Fn::Select of Fn::Split', { 'Fn::Select': [1, { 'Fn::Split': [':', { Ref: 'Q' }] }] }, 'Q'],
    ['Fn::If that holds', { 'Fn::If': ['Yes', { Ref: 'A' }, { Ref: 'Missing' }] }, 'ref:A'],
    ['Fn::If that does not hold', { 'Fn::If': ['No', { Ref: 'Missing' }, 'b'] }, 'b'],
    ['AWS::NoValue in an object', { a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
    ['AWS::NoValue in a list', [{ Ref: 'AWS::NoValue' }, 1], [1]],
    [
      'a condition of a policy statement',
      { Condition: { Bool: { x: 'y' } } },
      { Condition: { Bool: { x: 'y' } } },
    ],
  ])('resolves %s', (_name, value, expected) => {
    expect(resolve(value)).toEqual(expected);
  });

  test.each([
    ['an unknown function', { 'Fn::Base64': 'x' }, 'Fn::Base64 is not emulated'],
    ['Fn::ImportValue', { 'Fn::ImportValue': 'x' }, 'Fn::ImportValue is not emulated'],
    ['an unknown name', { a: [{ Ref: 'Missing' }] }, 'Missing is not in this template'],
    ['Fn::GetAtt without an attribute', { 'Fn::GetAtt': 'Queue' }, 'takes a logical id and an attribute'],
    ['Fn::Select beyond the end', { 'Fn::Select': [2, ['a', 'b']] }, 'finds nothing at 2'],
    ['Fn::Join of an object', { 'Fn::Join': ['', [{ a: 1, b: 2 }]] }, 'stands where a text is wanted'],
    ['Fn::Split without a list', { 'Fn::Split': 'x' }, 'stands where a list is wanted'],
  ])('refuses %s', (_name, value, message) => {
    expect(() => resolve(value)).toThrow(message);
  });

  test('joins what it has split', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (whole, delimiter) => {
        expect(resolve({ 'Fn::Join': [delimiter, { 'Fn::Split': [delimiter, whole] }] })).toBe(whole);
      }),
    );
  });
});
