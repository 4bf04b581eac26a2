import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  occurrencesWith,
  ofNewLife,
  toOccurrences,
  withOccurrence,
} from '#lambdas/alert-desk/occurrences.ts';
import type { CountedOccurrences } from '#lambdas/alert-desk/part-row.ts';
import { receiveObservations } from '#lambdas/alert-desk/receive-observations.ts';
import type { Occurrence } from '#lambdas/contracts/observation.ts';
import { anObservation } from '#test/alert-desk/an-observation.ts';
import { inMemoryLedger } from '#test/alert-desk/in-memory-ledger.ts';

const at = (seconds: number) => new Date(Date.parse('2026-11-22T12:00:00Z') + seconds * 1000).toISOString();
const countOf = (occurrences: Occurrence[]) =>
  occurrences.reduce<CountedOccurrences | undefined>(withOccurrence, undefined) as CountedOccurrences;

describe('occurrences', () => {
  it('count once each, whatever their order and however often they are told', () => {
    const some = fc.array(fc.record({ number: fc.nat(200), seconds: fc.nat(3600) }), {
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (tellings, order) => {
        const once = [
          ...new Map(
            tellings.map(({ number, seconds }) => [number, { id: `task-${number}`, at: at(seconds) }]),
          ).values(),
        ];
        const copies = [...once, ...once.slice(0, 20)];
        const pool = [...copies];
        const shuffled = copies.map(
          () => pool.splice((order.next().value as number) % pool.length, 1)[0] as Occurrence,
        );

        expect(toOccurrences(countOf(shuffled))).toEqual(toOccurrences(countOf(once)));
        expect(countOf(shuffled).count).toBe(once.length);
      }),
    );
  });

  it('of a loop of thousands are counted, and only the newest kept by name', () => {
    const counted = countOf(
      Array.from({ length: 5000 }, (_, index) => ({ id: `task-${index}`, at: at(index) })),
    );

    expect(toOccurrences(counted)).toEqual({ count: 5000, first: at(0), last: at(4999), lastHour: 300 });
    expect(JSON.stringify(counted).length).toBeLessThan(9000);
  });
});

it('a loop of 10,000 stops is one alert with an exact count, a write for each and one head for ten', async () => {
  const routes = [{ name: 'all', when: {}, channels: ['ops'], owner: false }];
  const ledger = inMemoryLedger({ routes, mutes: [], owners: {} }, () => new Date(at(600)));
  const stop = (index: number) =>
    anObservation({
      entry: '',
      summary: `Task ${index}.`,
      occurrence: { id: `task-${index}`, at: at(index * 0.06) },
      part: { orderedBy: [['happenedAt', Date.parse(at(index * 0.06))]] },
    });
  for (let start = 0; start < 10_000; start += 10) {
    await receiveObservations(
      Array.from({ length: 10 }, (_, index) => stop(start + index)),
      ledger.ports,
    );
  }

  expect(ledger.heads()[0]?.views['ops']?.occurrences).toMatchObject({
    count: 10_000,
    first: at(0),
    last: at(599.94),
  });
  expect(ledger.counts).toMatchObject({ partWrites: 10_000, headWrites: 1000, failedConditions: 0 });
  expect(ledger.heads()[0]?.entries).toEqual([]);
});

it('what is told once more is written in the same way, so that no message is edited for it', () => {
  const one = toOccurrences(countOf([{ id: 'task-1', at: at(1) }]));

  expect(JSON.stringify(occurrencesWith(one, one, one))).toBe(JSON.stringify(one));
});

it('what is open once more counts anew, and still knows what it has counted', () => {
  const before = countOf([1, 2, 3].map((number) => ({ id: `task-${number}`, at: at(number) })));
  const fourth = { id: 'task-4', at: at(9000) };
  const anew = withOccurrence(ofNewLife(before, fourth), fourth);

  expect(toOccurrences(anew)).toEqual({ count: 1, first: at(9000), last: at(9000), lastHour: 1 });
  expect(withOccurrence(anew, { id: 'task-3', at: at(3) })).toBe(anew);
  const [was, is] = [toOccurrences(before), toOccurrences(anew)];
  expect(occurrencesWith(was, was, is)).toEqual(is);
});
