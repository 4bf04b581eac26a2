import { describe, expect, test } from 'vitest';
import type { AdvisorRow } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { type CheckCase, compareCheck } from '#lambdas/trusted-advisor-sweep/compare/compare-check.ts';
import { endRows } from '#lambdas/trusted-advisor-sweep/compare/end-rows.ts';
import { catalogueOf } from '#lambdas/trusted-advisor-sweep/read/catalogue.ts';
import { type ReadItem, toReadItem } from '#lambdas/trusted-advisor-sweep/read/to-read-item.ts';
import { SELECTION } from '#test/trusted-advisor-alerts/an-advisor-event.ts';
import { SHOP, VOLUMES } from '#test/trusted-advisor-sweep/an-estate.ts';

const AT = '2026-11-23T05:00:00.000Z';
const { columns, ...check } = VOLUMES;
const LIMIT_COLUMNS = ['Region', 'Service', 'Limit Name', 'Limit Amount', 'Current Usage', 'Status'];

function read(id: string, { status = 'error', volume = id, reason = 'No snapshot' } = {}): ReadItem {
  const metadata = ['eu-west-1', volume, reason, 'Green'];
  return toReadItem({ id, status, region: 'eu-west-1', isSuppressed: false, metadata }, columns);
}

function aRow({ item }: ReadItem, over: Partial<AdvisorRow> = {}): AdvisorRow {
  return {
    ...item,
    account: SHOP,
    check,
    severity: 'error',
    telling: 'told',
    state: 'open',
    alert: 'a',
    openedAt: AT,
    orderedBy: Date.parse(AT),
    version: 1,
    ...over,
  };
}

function compare(items: ReadItem[], rows: AdvisorRow[], over: Partial<CheckCase> = {}) {
  const now = new Date('2026-11-23T06:00:00.000Z');
  const about = { account: SHOP, check, at: AT, namedRows: [], isNew: false, selection: SELECTION, now };
  const { seen, wasThere, ended } = compareCheck({ ...about, items, rows, ...over });
  return {
    seen: seen.map(({ status }) => status),
    wasThere: wasThere.length,
    ended: ended.map((one) => one.ending),
  };
}
const nothing = { seen: [], wasThere: 0, ended: [] };

describe('of several items that are one row', () => {
  const [red, yellow] = [
    read('one', { volume: 'vol-1' }),
    read('two', { volume: 'vol-1', status: 'warning' }),
  ];

  test('the worst counts, in whatever order they come', () => {
    for (const items of [
      [red, yellow],
      [yellow, red],
    ]) {
      expect(compare(items, [])).toEqual({ ...nothing, seen: ['error'] });
      expect(compare(items, [aRow(red)])).toEqual(nothing);
    }
  });

  test('the row stands as long as one of them does', () => {
    const fine = read('two', { volume: 'vol-1', status: 'ok' });

    expect(compare([red, fine], [aRow(red)])).toEqual(nothing);
    expect(compare([fine], [aRow(red)])).toEqual({ ...nothing, ended: ['ok'] });
  });
});

describe('what an event told later than the result was made', () => {
  const later = { orderedBy: Date.parse(AT) + 1 };

  test.each([
    ['is not reopened', [read('vol-1')], { ...later, state: 'over' }],
    ['is not ended', [], later],
    ['is not made milder', [read('vol-1', { status: 'warning' })], later],
  ] as const)('%s', (_, items, over) => {
    expect(compare([...items], [aRow(read('vol-1'), over)])).toEqual(nothing);
  });
});

test('an item that an event named by its ARN is the one that the API knows by an id of its own', () => {
  const arn = `arn:aws:ec2:eu-west-1:${SHOP}:volume/vol-1`;
  const byEvent = aRow(read('vol-1'), { key: 'other', resourceId: arn, apiId: undefined });

  expect(compare([read('opaque', { volume: 'vol-1' })], [byEvent])).toEqual(nothing);
  expect(compare([read('opaque', { volume: 'vol-2' })], [byEvent])).toEqual({
    ...nothing,
    seen: ['error'],
    ended: ['gone'],
  });
});

test('a column named Status says nothing: the item has a status of its own', () => {
  expect(read('vol-1', { status: 'warning' }).item).toMatchObject({
    status: 'warning',
    fields: { Status: 'Green' },
  });
});

test('a resource without columns or Region is an item, by its id alone', () => {
  const bare = toReadItem({ id: 'opaque', status: 'warning', isSuppressed: false, metadata: [] }, columns);

  expect(bare.item).toMatchObject({ apiId: 'opaque', fields: {} });
  expect(compare([bare], [])).toEqual({ ...nothing, seen: ['warning'] });
});

test.each([
  ['79', []],
  ['80', ['warning']],
  ['100', ['warning']],
])('a limit of which %s %% is used is told by that, and not by its colour', (used, seen) => {
  const metadata = ['eu-west-1', 'VPC', 'VPCs', '100', used, 'Yellow'];
  const item = toReadItem({ id: 'limit', status: 'warning', isSuppressed: false, metadata }, LIMIT_COLUMNS);

  expect(compare([item], []).seen).toEqual(seen);
  // Half of it more is another severity, with the same status.
  expect(compare([item], [aRow(item, { severity: 'info' })]).seen).toEqual(['warning']);
});

describe('rows under a name alone', () => {
  const catalogue = catalogueOf([{ ...check, formerNames: ['What it was'] }], [], SELECTION);
  const named = (name: string) => aRow(read('vol-1'), { check: { name } });

  test.each([
    ['of a check whose id became known', check.name, [check.id], ['renamed']],
    ['of a name that the check had before', 'What it was', [check.id], ['renamed']],
    ['of a check that did not answer', check.name, [], []],
    ['of a check that only events know', 'Nobody knows it', [check.id], []],
  ])('%s end so: %s', (_, name, answered, endings) => {
    const ended = endRows([named(name)], catalogue, new Set(answered), SELECTION);

    expect(ended.map(({ ending }) => ending)).toEqual(endings);
  });

  test('end where the settings do not choose them', () => {
    const choice = { ...SELECTION, except: ['nobody*'] };
    const ended = endRows([named('Nobody knows it')], catalogueOf([], [], choice), new Set(), choice);

    expect(ended).toMatchObject([{ ending: 'not-watched' }]);
  });
});
