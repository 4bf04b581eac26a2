import { expect, test } from 'vitest';
import { RefreshEvent } from '#lambdas/trusted-advisor-alerts/refresh-event.ts';
import { refreshEvents } from '#local/counterparts/organization/advisor-events.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import {
  flagItem,
  removeCheck,
  renameCheck,
  suppressItem,
} from '#local/counterparts/organization/world-advisor.ts';
import { MEMBER } from './served-world.ts';

const CHECK = 'Z4AUBRNSmz';
const AT = Date.parse('2026-11-23T10:00:00Z');
const aWorldWith = (...flags: Parameters<typeof flagItem>[3][]) => {
  const { advisor } = makeWorld();
  advisor.results = {};
  for (const flag of flags) flagItem(advisor, MEMBER, CHECK, flag);
  return advisor;
};
const eventsOf = (advisor: ReturnType<typeof aWorldWith>) => refreshEvents(advisor, [MEMBER, CHECK], AT);
const FREE = {
  id: 'a',
  status: 'warning' as const,
  region: 'eu-west-1',
  cells: ['eu-west-1', '203.0.113.1'],
};

test('Each item is told by its columns, from us-east-1, with what has recovered', () => {
  const events = eventsOf(aWorldWith(FREE, { ...FREE, id: 'b', status: 'ok', cells: ['eu-west-1'] }));
  expect(events.map(({ region, detail }) => [region, detail['status'], detail['check-item-detail']])).toEqual(
    [
      ['us-east-1', 'WARN', { Region: 'eu-west-1', 'IP Address': '203.0.113.1' }],
      ['us-east-1', 'OK', { Region: 'eu-west-1', 'IP Address': null }],
    ],
  );
  expect(events.map((event) => RefreshEvent.safeParse(event).success)).toEqual([true, true]);
});

test('Nothing is told of what people left out, until they take it in again', () => {
  const advisor = aWorldWith(FREE);
  suppressItem(advisor, [MEMBER, CHECK, 'a']);
  expect(eventsOf(advisor)).toEqual([]);
  suppressItem(advisor, [MEMBER, CHECK, 'a'], false);
  expect(eventsOf(advisor)).toHaveLength(1);
});

test('A check is told by its new name, and not at all once AWS has removed it', () => {
  const advisor = aWorldWith(FREE);
  renameCheck(advisor, CHECK, 'Idle addresses');
  expect(eventsOf(advisor)[0]?.detail['check-name']).toBe('Idle addresses');
  removeCheck(advisor, CHECK);
  expect(() => eventsOf(advisor)).toThrow('no check');
});
