import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askInBatches } from '#lambdas/trusted-advisor-sweep/read/ask-in-batches.ts';
import { aFault } from '#test/trusted-advisor-sweep/an-estate.ts';

test('all ids but the removed ones are answered, whatever the batches (jantman/awslimitchecker#441)', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat(500), { maxLength: 60 }),
      fc.uniqueArray(fc.nat(500), { maxLength: 6 }),
      fc.integer({ min: 1, max: 100 }),
      async (known, removed, size) => {
        const ids = known.map(String);
        const gone = new Set(removed.map(String));
        let most = 0;
        const { answers, refused } = await askInBatches(ids, size, async (some) => {
          most = Math.max(most, some.length);
          if (some.some((id) => gone.has(id))) throw aFault('InvalidParameterValueException');
          return some;
        });

        expect(answers).toEqual(ids.filter((id) => !gone.has(id)));
        expect(refused).toEqual(ids.filter((id) => gone.has(id)));
        expect(most).toBeLessThanOrEqual(size);
      },
    ),
  );
});

test('one removed id of a hundred costs some calls, and not a hundred', async () => {
  let calls = 0;
  const ids = Array.from({ length: 100 }, (_, index) => String(index));
  await askInBatches(ids, 100, async (some) => {
    calls += 1;
    if (some.includes('42')) throw aFault('InvalidParameterValueException');
    return some;
  });

  expect(calls).toBeLessThanOrEqual(16);
});

test('any other error is one of the account, and asks no further', async () => {
  let calls = 0;
  const ask = async () => {
    calls += 1;
    throw aFault('ThrottlingException');
  };

  await expect(askInBatches(['a', 'b'], 2, ask)).rejects.toThrow('AWS says no');
  expect(calls).toBe(1);
});
