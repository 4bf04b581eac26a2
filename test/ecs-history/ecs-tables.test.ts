import { expect, test } from 'vitest';
import { ECS_EVENTS } from '#lambdas/contracts/ecs-tables.ts';
import { aTaskStop, rowOf } from '#test/ecs-history/an-ecs-event.ts';

const names = ECS_EVENTS.columns.map(({ name }) => name);

test('every column has a value or null in every row, and no row has another', () => {
  expect(Object.keys(rowOf(aTaskStop())).sort()).toEqual(names.toSorted());
  expect(new Set(names).size).toBe(names.length);
});

test('no column is a word that Athena reserves, or the partition', () => {
  const reserved = [
    'from',
    'to',
    'select',
    'table',
    'values',
    'date',
    'time',
    'user',
    'order',
    'group',
    'by',
  ];
  for (const name of names) {
    expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect([...reserved, 'month']).not.toContain(name);
  }
});

test('every column says what it is', () => {
  for (const { about } of ECS_EVENTS.columns) expect(about).toMatch(/^.{6,100}$/);
});
