import { expect, test } from 'vitest';
import { typeQueries } from '#lambdas/tag-coverage/read/type-queries.ts';
import { parseConfigQuery } from '#local/counterparts/organization/config-query.ts';

const types = Array.from({ length: 33 }, (_, index) => `AWS::Service::Type${index}`);

test('each type is asked for once, in expressions that AWS Config takes', () => {
  const asked = typeQueries(types).flatMap((query) => {
    const { where } = parseConfigQuery(query);
    return where?.kind === 'in' && where.path === 'resourceType' ? where.values : [];
  });

  expect(asked).toEqual(types);
});

test('names however long stay within what AWS Config takes', () => {
  const long = types.map((type) => type.padEnd(1900, 'x'));

  expect(Math.max(...typeQueries(long).map(({ length }) => length))).toBeLessThanOrEqual(4096);
  expect(typeQueries(long).length).toBeGreaterThan(typeQueries(types).length);
});
