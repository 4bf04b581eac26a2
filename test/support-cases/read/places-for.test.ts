import { expect, test } from 'vitest';
import { placesFor } from '#lambdas/support-cases/read/places-for.ts';

test('so many are at work at once, and each that ends lets the next begin, in their order', async () => {
  const place = placesFor(2);
  const begun: number[] = [];
  const ends = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
  const work = ends.map(({ promise }, number) =>
    place(async () => {
      begun.push(number);
      await promise;
      return number;
    }),
  );
  expect(begun).toEqual([0, 1]);
  ends[1]?.resolve();
  await work[1];
  await Promise.resolve();
  expect(begun).toEqual([0, 1, 2]);
  for (const { resolve } of ends) resolve();

  expect(await Promise.all(work)).toEqual([0, 1, 2, 3]);
});

test('one that fails leaves its place', async () => {
  const place = placesFor(1);
  await expect(place(() => Promise.reject(new Error('no')))).rejects.toThrow('no');

  expect(await place(async () => 'yes')).toBe('yes');
});
