import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { resourcesOf } from '#lambdas/health-alerts/entity.ts';
import { aReadEvent } from '#test/health-alerts/a-health-event.ts';

const PLACE = { partition: 'aws', region: 'eu-central-1' };
const read = (affectedEntities: unknown) => resourcesOf(aReadEvent({ affectedEntities }).detail, PLACE);

test.each([
  [{ entityValue: 'blue', status: 'PENDING' }, 'PENDING'],
  [{ entityValue: 'blue', statusCode: 'RESOLVED' }, 'RESOLVED'],
  [{ entityValue: 'blue', status: 'impaired' }, 'IMPAIRED'],
  [{ entityValue: 'blue', status: 'UPCOMING' }, 'UPCOMING'],
  [{ entityValue: 'blue' }, undefined],
])('%j has the status %s, whatever its key is called', (entity, status) => {
  expect(read([entity])[0]?.status).toBe(status);
});

test.each([undefined, [], null])('%j as entities is no resource', (entities) => {
  expect(read(entities)).toEqual([]);
});

test('a resource that is named twice counts once, by its last word', () => {
  const entities = [
    { entityValue: 'blue', status: 'PENDING' },
    { entityValue: 'blue', status: 'RESOLVED' },
  ];
  expect(read(entities)).toEqual([{ id: 'blue', status: 'RESOLVED' }]);
});

test('reordered entities are no change', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1 });
  const shuffled = ids.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      const entities = (list: string[]) => list.map((entityValue) => ({ entityValue }));
      expect(read(entities(other))).toEqual(read(entities(one)));
    }),
  );
});

test('AWS’s own link comes before ours', () => {
  const entityUrl = 'https://console.aws.amazon.com/anywhere';
  expect(read([{ entityValue: 'i-0aa11bb22cc33dd44', entityUrl }])[0]?.url).toBe(entityUrl);
});
