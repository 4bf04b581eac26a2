import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configQueries, toLookedAt } from '#lambdas/required-tags/config-query.ts';
import { BUCKET, QUEUE } from '#test/contracts/tags/a-policy.ts';

test('all resources are asked about, each in one question that AWS Config takes', () => {
  const id = fc.string({
    unit: fc.constantFrom('a', 'B', '7', '-', '/', ':', '.'),
    minLength: 1,
    maxLength: 500,
  });
  const named = fc.record({ type: fc.constantFrom(BUCKET, QUEUE), id });
  fc.assert(
    fc.property(
      fc.uniqueArray(named, { selector: ({ type, id }) => `${type}/${id}`, maxLength: 60 }),
      (all) => {
        const queries = configQueries(all);
        for (const { expression } of queries) expect(expression.length).toBeLessThanOrEqual(4096);
        const sorted = (some: { type: string; id: string }[]) =>
          some.map(({ type, id }) => `${type}/${id}`).sort();
        expect(sorted(queries.flatMap(({ asked }) => asked))).toEqual(sorted(all));
        for (const { expression, asked } of queries) {
          for (const one of asked) expect(expression).toContain(`'${one.id}'`);
        }
      },
    ),
  );
});

test('an id that would end its quotes is not asked about', () => {
  expect(configQueries([{ type: BUCKET, id: "a' OR resourceId != 'a" }])).toEqual([]);
});

describe('a row of the answer', () => {
  const row = {
    resourceType: BUCKET,
    resourceId: 'logs',
    resourceName: 'logs',
    arn: 'arn:aws:s3:::logs',
    resourceCreationTime: '2026-11-22T09:00:00.000Z',
    tags: [{ key: 'Owner', value: 'a', tag: 'Owner=a' }],
    configuration: { isDefault: true },
  };

  test('is read as it is', () => {
    expect(toLookedAt(JSON.stringify(row))).toEqual({
      type: BUCKET,
      id: 'logs',
      resource: {
        name: 'logs',
        arn: 'arn:aws:s3:::logs',
        createdAt: Date.parse('2026-11-22T09:00:00Z'),
        tags: { Owner: 'a' },
        configuration: { isDefault: true },
      },
    });
  });

  test('may lack all but what names it', () => {
    const bare = { resourceType: BUCKET, resourceId: 'logs', resourceCreationTime: null, arn: '' };
    expect(toLookedAt(JSON.stringify(bare))).toEqual({
      type: BUCKET,
      id: 'logs',
      resource: { tags: {}, configuration: {} },
    });
    expect(toLookedAt('{}')).toBeUndefined();
  });
});
