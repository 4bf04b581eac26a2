import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anEstate, KEYS, SHOP, VOLUMES } from '#test/trusted-advisor-sweep/an-estate.ts';

const word = fc.constantFrom('error', 'warning', 'info', 'ok', 'excluded', 'not_available');
const volumes = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), word), {
  selector: ([name]) => name,
  maxLength: 5,
});
/** What a day brings to a check: what it flags, or that nobody can say. */
const check = fc.oneof(
  { weight: 5, arbitrary: volumes.map((some) => some.map(([name, status]) => `vol-${name} ${status}`)) },
  { weight: 1, arbitrary: fc.constantFrom('failed' as const, 'not available' as const) },
);
const day = fc.record({ volumes: check, keys: check });
type Told = ReturnType<typeof anEstate>;
type Day = string[] | 'failed' | 'not available';

function bring(estate: Told, offered: typeof VOLUMES, what: Day): void {
  const place = `${SHOP}/${offered.id}`;
  estate.world.faults.delete(`${SHOP}/result/${offered.id}`);
  if (what === 'not available') {
    estate.world.results.set(place, { status: 'not_available', resources: [] });
  } else if (what === 'failed') {
    estate.flag(SHOP, ['vol-z'], offered);
    const fault = Object.assign(new Error('no'), { name: 'InternalServerError' });
    estate.world.faults.set(`${SHOP}/result/${offered.id}`, fault);
  } else estate.flag(SHOP, what, offered);
}

/** What is open of a check, by the last day that said something of each item. */
function truthAfter(days: Day[]): string[] {
  let open: string[] = [];
  for (const what of days) {
    if (!Array.isArray(what)) continue;
    // A check that flags nothing has no items of which nobody knows.
    const unknown = what
      .filter((text) => text.endsWith(' not_available'))
      .map((text) => text.split(' ')[0] ?? '');
    const flagged = what
      .filter((text) => / (?:error|warning|info)$/.test(text))
      .map((text) => text.split(' ')[0] ?? '');
    open = [...flagged, ...open.filter((name) => unknown.includes(name))];
  }
  return open;
}

/** A run whose messages arrive, also where it ends with an error. */
async function tellingOf(estate: Told) {
  const from = estate.told.length;
  await estate.sweep().catch(() => {});
  const readings = estate.told.slice(from);
  await estate.handle(readings);
  return readings;
}

test('after any days the table holds what is flagged, and a day that repeats another tells nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(day, { minLength: 1, maxLength: 6 }), async (days) => {
      const estate = anEstate();
      for (const { volumes: of, keys } of days) {
        bring(estate, VOLUMES, of);
        bring(estate, KEYS, keys);
        expect((await tellingOf(estate)).length).toBeLessThanOrEqual(4);
        estate.later();
        expect(await tellingOf(estate)).toEqual([]);
        estate.later();
      }
      for (const [id, of] of [
        [VOLUMES.id, days.map((one) => one.volumes)],
        [KEYS.id, days.map((one) => one.keys)],
      ] as const) {
        const open = estate.table
          .rowsOf(SHOP)
          .filter((row) => row.check.id === id && row.state === 'open')
          .map(({ fields }) => fields['Volume ID'] ?? '');
        expect(new Set(open)).toEqual(new Set(truthAfter(of)));
        expect(open).toHaveLength(truthAfter(of).length);
      }
    }),
    { numRuns: 150 },
  );
});
