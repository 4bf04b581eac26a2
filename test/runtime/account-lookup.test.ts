import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ACCOUNT_ROW, type AccountRecord } from '#lambdas/contracts/directory.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import { accountLookup } from '#lambdas/runtime/account-lookup.ts';
import { directoryRows } from '#lambdas/runtime/directory-rows.ts';
import { aRecord } from '#test/account-directory/a-listed-account.ts';
import { type DirectoryServer, serveDirectory, TABLE } from '#test/runtime/directory-server.ts';
import { logLines } from '#test/runtime/log-lines.ts';

let server: DirectoryServer;
let now = Date.parse('2026-11-22T06:00:00Z');
let lastId = 100_000_000_000;
let ID: string;

beforeAll(async () => {
  server = await serveDirectory();
});
afterAll(() => server.close());
// Each test has an account of its own.
beforeEach(() => {
  ID = String((lastId += 1));
});

const lookUp = (accounts: Account[] = []) =>
  accountLookup({ table: TABLE, accounts, now: () => new Date(now) });
const keep = (over: Partial<AccountRecord>) =>
  directoryRows(TABLE).put(ID, ACCOUNT_ROW, aRecord({ id: ID, ...over }));

test('an account has the name, unit, owner and tags that the directory holds (aws-health-aware#72)', async () => {
  await keep({ name: 'mill', ou: '/prod', owner: 'payments', tags: { stage: 'prod' } });
  expect(await lookUp()(ID)).toEqual({
    id: ID,
    name: 'mill',
    ou: '/prod',
    owner: 'payments',
    tags: { stage: 'prod' },
  });
});

test('what the settings say wins, field by field and tag by tag', async () => {
  await keep({ name: 'mill', ou: '/prod', owner: 'payments', tags: { stage: 'prod', team: 'a' } });
  const said = { id: ID, name: 'The mill', tags: { team: 'b' } };
  expect(await lookUp([said])(ID)).toEqual({
    id: ID,
    name: 'The mill',
    ou: '/prod',
    owner: 'payments',
    tags: { stage: 'prod', team: 'b' },
  });
});

test('without an Organization the settings alone are heard, and others have their id (aws-health-aware#79)', async () => {
  const said = { id: ID, name: 'The mill', tags: {} };
  expect(await lookUp([said])(ID)).toEqual(said);
  expect(await lookUp([said])('444455556666')).toEqual({ id: '444455556666', tags: {} });
});

test('an account that left still has its name', async () => {
  await keep({ state: 'LEFT' });
  expect((await lookUp()(ID)).name).toBe('mill');
});

describe('what was looked up is remembered', () => {
  test.each([
    { minutes: 14, expected: 'mill' },
    { minutes: 15, expected: 'forge' },
  ])('after $minutes minutes the account is called $expected', async ({ minutes, expected }) => {
    const find = lookUp();
    await keep({ name: 'mill' });
    await find(ID);
    await keep({ name: 'forge' });
    now += minutes * 60_000;
    expect((await find(ID)).name).toBe(expected);
  });

  test('an account that nobody knew is known a minute after it came', async () => {
    const find = lookUp();
    expect(await find(ID)).toEqual({ id: ID, tags: {} });
    await keep({});
    now += 59_000;
    expect(await find(ID)).toEqual({ id: ID, tags: {} });
    now += 1_000;
    expect((await find(ID)).name).toBe('mill');
  });

  test('ten messages at a time about one account ask once', async () => {
    await keep({});
    const find = lookUp();
    const before = server.calls.length;
    await Promise.all(Array.from({ length: 10 }, () => find(ID)));
    expect(server.calls.slice(before).map(({ operation }) => operation)).toEqual(['GetItem']);
  });
});

test('a look-up that fails leaves what the settings know, and a line in the log', async () => {
  const lines = logLines();
  const find = accountLookup({
    table: 'no-such-table',
    accounts: [{ id: ID, name: 'The mill', tags: {} }],
    now: () => new Date(now),
  });
  expect(await find(ID)).toEqual({ id: ID, name: 'The mill', tags: {} });
  expect(await find('444455556666')).toEqual({ id: '444455556666', tags: {} });
  vi.restoreAllMocks();
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'WARN',
    message: 'Account could not be looked up',
    account: ID,
    error: 'ResourceNotFoundException',
  });
});
