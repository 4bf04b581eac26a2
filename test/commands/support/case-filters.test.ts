import { describe, expect, test } from 'vitest';
import { readChoice } from '#bin/commands/support/case-filters.ts';
import { chooseAccounts } from '#bin/commands/support/choose-accounts.ts';
import { chooseCases } from '#bin/commands/support/choose-cases.ts';
import { whyEmpty } from '#bin/commands/support/why-empty.ts';
import type { AccountReading } from '#lambdas/contracts/support/account-reading.ts';
import { aBook, aCaseRow } from '#test/commands/support/a-case.ts';

const [ONE, TWO, THREE, FOUR] = ['111111111111', '222222222222', '333333333333', '444444444444'] as const;
const BOOK = aBook([
  { id: ONE, name: 'shop', ou: '/prod/eu', owner: 'shop-team' },
  { id: TWO, name: 'shop', ou: '/prod', owner: 'pay-team' },
  { id: THREE, name: 'lab', ou: '/production', owner: 'pay-team' },
]);

describe('which accounts', () => {
  test.each([
    [{}, undefined],
    [{ account: ['lab'] }, [THREE]],
    [{ account: ['shop', FOUR] }, [ONE, TWO, FOUR]],
    [{ ou: ['/prod'] }, [ONE, TWO]],
    [{ ou: ['prod/eu/'] }, [ONE]],
    [{ ou: ['/'] }, [ONE, TWO, THREE]],
    [{ owner: ['pay-team'] }, [TWO, THREE]],
    [{ ou: ['/prod'], owner: ['pay-team'] }, [TWO]],
    [{ account: [ONE, TWO, ONE], owner: ['shop-team', 'pay-team'] }, [ONE, TWO]],
  ])('%j: %j', (choice, ids) => {
    expect(chooseAccounts(BOOK, choice)).toEqual(ids);
  });

  test.each([
    [{ account: ['nobody'] }, 'There is no account "nobody"'],
    [{ ou: ['/pro'] }, 'No account is known in /pro'],
    [{ owner: ['me'] }, 'of the owner "me"'],
    [{ account: [ONE], owner: ['pay-team'] }, 'narrow each other'],
  ])('%j is refused with words', (choice, words) => {
    expect(() => chooseAccounts(BOOK, choice)).toThrow(words);
  });

  test('says that only the settings are known where the directory is shut', () => {
    const book = aBook([{ id: ONE }], 'you may not read the directory');
    expect(() => chooseAccounts(book, { ou: ['/x'] })).toThrow('you may not read the directory');
  });
});

describe('which cases', () => {
  const rows = [
    aCaseRow({ displayId: '1', createdAt: '2026-11-01T23:59:59.999Z', status: 'resolved' }),
    aCaseRow({ displayId: '2', createdAt: '2026-11-02T00:00:00.000Z', severity: 'low' }),
    aCaseRow({ displayId: '3', createdAt: '2026-11-02T23:59:59.999Z', status: 'pending-customer-action' }),
    aCaseRow({
      displayId: '4',
      createdAt: '2026-11-03T00:00:00.000Z',
      service: 'aws-lambda',
      subject: 'ＡＢＣ エラー',
    }),
  ];
  test.each([
    [{}, false, ['3', '2', '4', '1']],
    [{}, true, ['3', '2', '4']],
    [{ from: '2026-11-02' }, false, ['3', '2', '4']],
    [{ to: '2026-11-02' }, false, ['3', '2', '1']],
    [{ from: '2026-11-02', to: '2026-11-02' }, false, ['3', '2']],
    [{ waiting: true }, false, ['3']],
    [{ status: ['resolved', 'pending-customer-action'] }, false, ['3', '1']],
    [{ severity: ['low'] }, false, ['2']],
    [{ service: ['aws-lambda', 'x'] }, false, ['4']],
    [{ subject: 'abc エラー' }, false, ['4']],
  ])('%j, open ones alone: %s', (given, open, ids) => {
    expect(chooseCases(rows, readChoice(given, open)).map(({ displayId }) => displayId)).toEqual(ids);
  });

  test.each([
    { from: '2026-11' },
    { to: '2026-02-30' },
    { from: 'yesterday' },
    { from: '2026-11-03', to: '2026-11-02' },
  ])('%j is refused', (given) => {
    expect(() => readChoice(given, false)).toThrow(/--from|--to/);
  });
});

describe('an empty result (boto3#3967)', () => {
  const reading = (state: AccountReading['state'], read = true): AccountReading => ({
    state,
    since: '',
    triedAt: '',
    ...(read && { baselineAt: '2026-11-01T00:00:00Z' }),
  });
  const choice = readChoice({}, true);

  test('names accounts without a plan, without a role, and those that were not read yet', () => {
    const readings = new Map([
      [ONE, reading('no-plan')],
      [TWO, reading('no-role')],
      [THREE, reading('ok', false)],
    ]);
    const lines = whyEmpty({ rows: [], readings }, { book: BOOK, scope: undefined, choice });
    expect(lines).toEqual([
      'No case is known, since no account was read.',
      expect.stringMatching(/^- shop \(111111111111\): no support plan/) as string,
      expect.stringMatching(/^- shop \(222222222222\): no role/) as string,
      expect.stringMatching(/^- lab \(333333333333\): not read yet/) as string,
    ]);
  });

  test('says that AWS has none where all were read', () => {
    const readings = new Map([[ONE, reading('ok')]]);
    expect(whyEmpty({ rows: [], readings }, { book: BOOK, scope: [ONE], choice })).toEqual([
      'No case is known. 1 of 1 accounts were read, and AWS has no case of them.',
    ]);
  });

  test('says which filter leaves nothing', () => {
    const rows = [aCaseRow({ account: ONE, status: 'resolved', severity: 'low' })];
    const known = { rows, readings: new Map([[ONE, reading('ok')]]) };
    const lines = (given: object, open: boolean) =>
      whyEmpty(known, { book: BOOK, scope: [ONE], choice: readChoice(given, open) });
    expect(lines({}, true)).toEqual(['None of 1 known cases is asked for. There are 1 that are resolved.']);
    expect(lines({ severity: ['high'] }, false)).toEqual([
      'None of 1 known cases is asked for. There are 1 without --severity.',
    ]);
    expect(lines({ severity: ['high'], service: ['x'] }, false)).toEqual([
      'None of 1 known cases is asked for.',
    ]);
  });
});
