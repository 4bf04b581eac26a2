import { expect, test } from 'vitest';
import { toSweptResource } from '#lambdas/tag-coverage/read/to-swept-resource.ts';
import { aSweptResource, toRow } from '#test/tag-coverage/a-swept-resource.ts';

const row = (over: object) => JSON.stringify({ ...(JSON.parse(toRow(aSweptResource())) as object), ...over });

test.each([
  ['a list', [{ key: 'Owner', value: 'a', tag: 'Owner=a' }], { Owner: 'a' }],
  ['an empty list', [], {}],
  ['a map', { Owner: 'a' }, { Owner: 'a' }],
  ['nothing', undefined, {}],
])('tags may be %s', (_, tags, expected) => {
  expect(toSweptResource(row({ tags })).tags).toEqual(expected);
});

test.each([
  ['2026-11-02T10:00:00.000Z', '2026-11-02T10:00:00.000Z'],
  [1793613600, '2026-11-02T10:00:00.000Z'],
  [1793613600000, '2026-11-02T10:00:00.000Z'],
  [null, undefined],
  ['soon', undefined],
])('%s as the moment of creation is %s', (resourceCreationTime, expected) => {
  expect(toSweptResource(row({ resourceCreationTime })).createdAt).toBe(expected);
});

test.each(['accountId', 'awsRegion', 'resourceType', 'resourceId'])(
  'a row without %s is an error that quotes nothing',
  (name) => {
    expect(() => toSweptResource(row({ [name]: undefined }))).toThrow(
      'A row of the aggregator names no resource',
    );
  },
);

test.each(['', 'null', '3', '{"tags": secret'])(
  'a row that is %j is an error that quotes nothing',
  (text) => {
    expect(() => toSweptResource(text)).toThrow(/^A row of the aggregator is unreadable$/);
  },
);
