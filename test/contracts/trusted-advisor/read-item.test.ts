import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readItem } from '#lambdas/contracts/trusted-advisor/read-item.ts';

const read = (columns: Record<string, unknown>, more: { resourceId?: string | null; region?: string } = {}) =>
  readItem({ status: 'warning', columns, ...more });

test('what is null, empty, a dash or no text is left out', () => {
  const columns = {
    Status: 'Yellow',
    'Snapshot ID': null,
    'Volume Name': '',
    Zone: '-',
    Tags: { a: 1 },
    Age: 12,
    Open: false,
  };
  expect(read(columns).fields).toEqual({ Status: 'Yellow', Age: '12', Open: 'false' });
});

describe('the Region of an item', () => {
  test.each([
    [{ Region: 'eu-west-1' }, 'eu-west-1'],
    [{ 'Region/AZ': 'us-east-1c' }, 'us-east-1'],
    [{ 'Region Name': 'ap-southeast-2' }, 'ap-southeast-2'],
    [{ 'Region API Parameter': 'us-gov-west-1' }, 'us-gov-west-1'],
    [{ Region: '-' }, 'global'],
    [{ Region: 'EU (Ireland)' }, undefined],
    [{ 'Multi-region': 'Yes' }, undefined],
    [{}, undefined],
  ])('%j is %s', (columns, region) => {
    expect(read(columns).region).toBe(region);
  });

  test('comes from its ARN where no column says it, and from the API beside the columns', () => {
    expect(read({}, { resourceId: 'arn:aws:ec2:eu-west-1:111122223333:volume/v' }).region).toBe('eu-west-1');
    expect(read({ Region: 'Ireland' }, { region: 'eu-west-1' }).region).toBe('eu-west-1');
    expect(read({}, { resourceId: 'arn:aws:s3:::bucket' }).region).toBeUndefined();
  });
});

test('an empty ARN is none', () => {
  expect(read({}, { resourceId: '' })).not.toHaveProperty('resourceId');
  expect(read({}, { resourceId: null })).not.toHaveProperty('resourceId');
});

test('whatever AWS writes can be read, and stays within what a row holds', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ maxLength: 50 }), fc.jsonValue()), (columns) => {
      const { fields } = read(columns);
      expect(JSON.stringify(fields).length).toBeLessThan(200_000);
      for (const value of Object.values(fields)) expect(['', '-']).not.toContain(value);
    }),
  );
  const long = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [`Column ${index}`, 'x'.repeat(9_000)]),
  );
  expect(JSON.stringify(read(long).fields).length).toBeLessThan(30_000);
});
