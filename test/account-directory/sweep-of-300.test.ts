import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AccountRecord } from '#lambdas/contracts/directory.ts';
import { largeWorld } from '#local/counterparts/organization/large-world.ts';
import type { World, WorldAccount } from '#local/counterparts/organization/world.ts';
import { anOrganization } from '#test/account-directory/an-organization.ts';

const { world, suspended } = largeWorld();
let organization: Awaited<ReturnType<typeof anOrganization>>;

beforeAll(async () => {
  organization = await anOrganization(world);
});
afterAll(() => organization.close());

function pathOf({ units }: World, unitId: string): string {
  const unit = units.find(({ id }) => id === unitId);
  return unit?.parentId ? `${pathOf(world, unit.parentId)}/${unit.name}` : '';
}

/** What the directory must hold of an account. */
function recordOf({
  id,
  name,
  parentId,
  state,
  tags,
  contacts,
  joinedAt,
}: WorldAccount): Partial<AccountRecord> {
  const { BILLING = null, OPERATIONS = null, SECURITY = null } = contacts;
  return {
    id,
    name,
    ou: pathOf(world, parentId) || '/',
    ...(tags['owner'] ? { owner: tags['owner'] } : {}),
    tags,
    state,
    joinedAt,
    contacts: state === 'ACTIVE' ? { BILLING, OPERATIONS, SECURITY } : {},
  };
}

describe('a sweep of 300 accounts in nested units, throttled, in small pages with empty ones between', () => {
  let records: AccountRecord[];

  beforeAll(async () => {
    // Of the SDK's pauses between its attempts nothing is left.
    vi.spyOn(Math, 'random').mockReturnValue(0);
    Object.assign(organization.paging, { pageSize: 7, emptyPages: true });
    const everyTenth = () => {
      let calls = 0;
      return { when: () => ++calls % 10 === 0 };
    };
    organization.faults.throttle('organizations:*', everyTenth());
    organization.faults.throttle('account:*', everyTenth());
    const directory = organization.directory();
    await directory.handle({ kind: 'sweep' });
    records = [...directory.kept.values()];
  }, 60_000);
  afterAll(() => {
    vi.restoreAllMocks();
    organization.faults.clear();
    Object.assign(organization.paging, { pageSize: 20, emptyPages: false });
  });

  test('finds each of them once, as it is', () => {
    const byId = Object.fromEntries(records.map((record) => [record.id, record]));
    expect(records).toHaveLength(300);
    for (const account of world.accounts) expect(byId[account.id]).toMatchObject(recordOf(account));
  });

  test('finds units in units', () => {
    const names = records.map(({ ou = '' }) => ou.split('/').length - 1);
    expect(Math.max(...names)).toBe(3);
  });

  test('knows who is suspended, and asked nobody for their contacts', () => {
    const found = records.filter(({ state }) => state !== 'ACTIVE');
    expect(found.map(({ id }) => id).sort()).toEqual([...suspended].sort());
    expect(found.map(({ contacts, targetSince }) => ({ contacts, targetSince }))).toEqual(
      suspended.map(() => ({ contacts: {}, targetSince: null })),
    );
  });

  test('was throttled again and again', () => {
    const throttled = organization.calls.filter(({ errorCode }) => errorCode === 'TooManyRequestsException');
    expect(new Set(throttled.map(({ service }) => service))).toEqual(new Set(['organizations', 'account']));
    expect(throttled.length).toBeGreaterThan(100);
  });
});
