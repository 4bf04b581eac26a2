import { expect, test } from 'vitest';
import { readTemplateTags } from '#lib/tags/prevention/synth/template-tags.ts';

const NO_VALUE = { Ref: 'AWS::NoValue' };
const owner = { Key: 'Owner', Value: 'payments' };

test.each([
  { what: 'nothing', value: undefined, tags: {}, isOpen: false },
  {
    what: 'a list',
    value: [owner, { Key: 'Stage', Value: 'prod' }],
    tags: { Owner: 'payments', Stage: 'prod' },
  },
  { what: 'a map', value: { Owner: 'payments' }, tags: { Owner: 'payments' } },
  { what: 'a map of a key called Ref', value: { Ref: 'x', Owner: 'y' }, tags: { Ref: 'x', Owner: 'y' } },
  { what: 'numbers and switches', value: { Cost: 12, Old: true }, tags: { Cost: '12', Old: 'true' } },
  {
    what: 'a parameter as a value',
    value: [{ Key: 'Owner', Value: { Ref: 'Who' } }],
    tags: { Owner: undefined },
  },
  { what: 'a parameter as a key', value: [{ Key: { Ref: 'Key' }, Value: 'x' }], tags: {}, isOpen: true },
  { what: 'a parameter as the list', value: { Ref: 'Tags' }, tags: {}, isOpen: true },
  { what: 'no value', value: NO_VALUE, tags: {} },
  { what: 'a transform', value: { 'Fn::Transform': { Name: 'x' } }, tags: {}, isOpen: true },
  {
    what: 'a condition in a list',
    value: [{ 'Fn::If': ['Prod', owner, NO_VALUE] }],
    tags: { Owner: undefined },
  },
  { what: 'a condition of lists', value: { 'Fn::If': ['Prod', [owner], []] }, tags: { Owner: undefined } },
  {
    what: 'a condition of a parameter',
    value: { 'Fn::If': ['Prod', [owner], { Ref: 'T' }] },
    tags: { Owner: undefined },
    isOpen: true,
  },
  { what: 'an entry that is no tag', value: ['Owner'], tags: {}, isOpen: true },
])('$what', ({ value, tags, isOpen = false }) => {
  expect(readTemplateTags(value)).toEqual({ tags, isOpen });
});
