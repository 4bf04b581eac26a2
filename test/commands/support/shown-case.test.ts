import { expect, test } from 'vitest';
import { chooseCases } from '#bin/commands/support/choose-cases.ts';
import { describeCases } from '#bin/commands/support/describe-cases.ts';
import { describeThread } from '#bin/commands/support/describe-thread.ts';
import { toRecord } from '#bin/commands/support/export/case-record.ts';
import { describeOld, oldAccounts } from '#bin/commands/support/old-accounts.ts';
import { shownCase } from '#bin/commands/support/shown-case.ts';
import type { AccountReading } from '#lambdas/contracts/support/account-reading.ts';
import { aBook, aCaseRow } from '#test/commands/support/a-case.ts';

const PERMIT = { id: 'p1', status: 'PENDING', at: '2026-11-21T08:00:00.000Z' };
const name = (id: string) => id;
const ALL = { open: false, waiting: false, status: [], severity: [], service: [] };

test('a case that waits for a permit alone is ours in every list and file', () => {
  const asked = aCaseRow({ displayId: '1', permits: [PERMIT] });
  const rows = [aCaseRow({ displayId: '2', createdAt: '2026-11-01T00:00:00.000Z' }), asked];
  const ids = (waiting: boolean) => chooseCases(rows, { ...ALL, waiting }).map(({ displayId }) => displayId);

  expect(ids(true)).toEqual(['1']);
  expect(ids(false)).toEqual(['1', '2']);
  expect(describeCases([asked], name)[1]).toMatch(/^1 +yours +work-in-progress/);
  expect(toRecord({ row: asked }, { id: '', tags: {} })).toMatchObject({
    turn: 'us',
    waitingSince: PERMIT.at,
  });
  expect(describeThread(asked, undefined, name)).toContain('Waits for you since 2026-11-21 08:00 UTC');
});

test('a case that is resolved is nobody’s, whatever AWS asked before', () => {
  const row = aCaseRow({ status: 'resolved', permits: [PERMIT] });
  expect(describeCases([row], name)[1]).toMatch(/ - +resolved/);
  expect(toRecord({ row }, { id: '', tags: {} })).toMatchObject({ turn: 'none' });
});

test('of a withheld case nothing says what it is about', () => {
  const row = aCaseRow({
    withheld: 'security',
    subject: 'stolen zebra',
    service: 'zebra-service',
    category: 'zebra-category',
    language: 'zebra-language',
    caseIds: ['case-111122223333-zebra-2026-1'],
    redaction: { version: 1, found: { zebra: 1 } },
  });
  const shown = shownCase(row);

  expect(shown).toMatchObject({
    account: row.account,
    displayId: row.displayId,
    status: row.status,
    severity: row.severity,
    createdAt: row.createdAt,
    withheld: 'security',
  });
  const record = toRecord({ row }, { id: '', tags: {} });
  const lines = [...describeCases([shown], name), ...describeThread(shown, undefined, name)];
  expect(JSON.stringify([shown, record, lines])).not.toContain('zebra');
  expect(chooseCases([shown], { ...ALL, service: ['zebra-service'] })).toEqual([]);
});

test('a case that is not withheld is shown as it is', () => {
  expect(shownCase(aCaseRow({ language: 'ja' }))).toEqual(aCaseRow({ language: 'ja' }));
});

const NOW = new Date('2026-11-23T12:00:00.000Z');
const READ = { since: '', triedAt: '', baselineAt: '2026-11-01T00:00:00.000Z' };
const LATE = '2026-11-20T10:30:00.000Z';

test.each<[string, AccountReading | undefined, boolean, RegExp | undefined]>([
  ['is read', { ...READ, state: 'ok', openReadAt: '2026-11-23T11:00:00.000Z' }, false, undefined],
  ['is read for the first time', undefined, false, undefined],
  [
    'has no plan any more',
    { ...READ, state: 'no-plan', openReadAt: LATE },
    false,
    /^- 1, read last 2026-11-20 10:30 UTC: no support plan/,
  ],
  ['was never read', { ...READ, state: 'no-role' }, false, /^- 1, never read: no role/],
  ['has left', { ...READ, state: 'ok', openReadAt: LATE }, true, /: closed, or no longer of the Organ/],
  ['is not swept', { ...READ, state: 'ok', openReadAt: LATE }, false, /: no sweep came to it since/],
])('a list says how old its cases are of an account that %s', (_name, reading, hasLeft, words) => {
  const rows = [aCaseRow({ account: '1' }), aCaseRow({ account: '1' }), aCaseRow({ account: '2' })];
  const fresh: AccountReading = { ...READ, state: 'ok', openReadAt: NOW.toISOString() };
  const readings = new Map([['2', fresh], ...(reading ? [['1', reading] as const] : [])]);
  const book = { ...aBook(), hasLeft: (id: string) => id === '1' && hasLeft };
  const old = oldAccounts(rows, { readings }, book, NOW);

  expect(old.map(({ account }) => account)).toEqual(words ? ['1'] : []);
  const lines = describeOld(old, name);
  expect(lines).toHaveLength(words ? 3 : 0);
  if (words) expect(lines[2]).toMatch(words);
  const marked = describeCases(rows, name, new Set(old.map(({ account }) => account)));
  expect(marked.filter((line) => line.includes(' AWS* '))).toHaveLength(words ? 2 : 0);
});
