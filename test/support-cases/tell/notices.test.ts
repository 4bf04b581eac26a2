import { describe, expect, test } from 'vitest';
import { Observation } from '#lambdas/contracts/observation.ts';
import type { CaseReadState } from '#lambdas/contracts/support/account-reading.ts';
import type { NoticeMemory } from '#lambdas/support-cases/tell/notice-memory.ts';
import { toNotices } from '#lambdas/support-cases/tell/to-notices.ts';
import { afterHours } from './a-case.ts';

const LONG_AGO = '2026-01-01T00:00:00.000Z';
const reading = (id: string, state: CaseReadState, since = LONG_AGO) => ({
  account: { id, name: `name-${id}`, tags: {} },
  reading: { state, since, triedAt: since },
});

/** Looks again and again, with what was kept of the last look. */
function aWatch() {
  let memory: NoticeMemory = {};
  return (hours: number, ...readings: ReturnType<typeof reading>[]) => {
    const told = toNotices(readings, memory, new Date(afterHours(hours)));
    ({ memory } = told);
    return told.observations.map(({ part, key, entry }) =>
      [key.split('/').at(-1), part.status, part.resources.map(({ id }) => id).join(' '), entry].join('|'),
    );
  };
}

describe('accounts that are not read', () => {
  test('are told by the reason, each with its way out (cloud-intelligence-dashboards-data-collection)', () => {
    const all = (['no-plan', 'no-role', 'refused', 'throttled', 'failed', 'ok'] as const).map(
      (state, index) => reading(String(index), state),
    );
    const { observations } = toNotices(all, {}, new Date(afterHours(0)));

    for (const observation of observations) expect(Observation.parse(observation)).toEqual(observation);
    expect(observations.map(({ title, summary }) => `${title}\n${summary}`)).toMatchSnapshot();
  });

  test('are told again only where there are more, and at the end', () => {
    const look = aWatch();
    expect(look(0, reading('1', 'no-plan'))).toEqual(['no-plan|open|1|New: name-1 (1).']);
    expect(look(30, reading('1', 'no-plan'))).toEqual([]);
    expect(look(60, reading('1', 'no-plan'), reading('2', 'no-plan'))).toEqual([
      'no-plan|open|1 2|New: name-2 (2).',
    ]);
    expect(look(90, reading('2', 'no-plan'))).toEqual([]);
    expect(look(120, reading('1', 'no-plan'), reading('2', 'no-plan'))).toEqual([
      'no-plan|open|1 2|New: name-1 (1).',
    ]);
    expect(look(150, reading('1', 'ok'))).toEqual(['no-plan|resolved||']);
    expect(look(180)).toEqual([]);
  });

  test('are told once a day at most, then all that came', () => {
    const look = aWatch();
    look(0, reading('1', 'no-role'));
    expect(look(1, reading('1', 'no-role'), reading('2', 'no-role'))).toEqual([]);
    expect(look(23, reading('1', 'no-role'), reading('2', 'no-role'))).toEqual([]);
    expect(look(24, reading('1', 'no-role'), reading('2', 'no-role'))).toHaveLength(1);
    expect(look(25)).toEqual(['no-role|resolved||']);
    expect(look(25.5)).toEqual([]);
    expect(look(26, reading('1', 'no-role'))).toEqual([]);
    expect(look(48, reading('1', 'no-role'))).toEqual(['no-role|open|1|New: name-1 (1).']);
  });

  test('end their notice too where others took their place unheard', () => {
    const look = aWatch();
    look(0, reading('1', 'refused'));
    expect(look(1, reading('2', 'refused'))).toEqual([]);
    expect(look(2)).toEqual(['refused|resolved||']);
  });

  test('because AWS is busy are told after a day', () => {
    const look = aWatch();
    expect(look(23, reading('1', 'throttled', afterHours(0)))).toEqual([]);
    expect(look(24, reading('1', 'throttled', afterHours(0)))).toHaveLength(1);
  });

  test('a thousand of them are named in pages, told as one', () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      reading(String(index).padStart(12, '0'), 'no-role'),
    );
    const { observations } = toNotices(many, {}, new Date(afterHours(0)));

    expect(observations.flatMap(({ part }) => part.resources)).toHaveLength(1000);
    expect(observations.map(({ entry }) => entry).filter(Boolean)).toHaveLength(1);
    expect(observations[0]?.title).toMatch(/: 1,000 accounts$/);
    expect(observations[0]?.summary).toContain('and 990 more.');
  });
});
