import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CONTACT_TYPES } from '#lambdas/contracts/directory.ts';
import { largeWorld } from '#local/counterparts/organization/large-world.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import type { World } from '#local/counterparts/organization/world.ts';
import { aContact } from '#test/commands/contacts/an-account.ts';
import { anOrganizationAtHand } from '#test/commands/contacts/organization-at-hand.ts';

const security = aContact({ name: 'Security desk', email: 'security@example.org' });
const billing = aContact({ name: 'Treasury', email: 'treasury@example.org' });

let town: Awaited<ReturnType<typeof anOrganizationAtHand>>;
beforeEach(async () => {
  town = await anOrganizationAtHand(makeWorld());
});
afterEach(() => town.close());

const contactsOf = ({ accounts }: World, id: string) =>
  accounts.find((account) => account.id === id)?.contacts;
const active = ({ accounts }: World) => accounts.filter(({ state }) => state === 'ACTIVE');

test('the dry run says what it would do, and writes nothing', async () => {
  const before = structuredClone(town.world.accounts);
  const { code, stdout } = await town.run(['contacts', 'apply', await town.file({ contacts: { security } })]);

  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^111122223333 {2}payments-prod +security {2}change name, title, email, phone \(contacts\)$/m,
  );
  expect(stdout).toMatch(/^444455556666 {2}shop-dev +security {2}set: it has none \(contacts\)$/m);
  expect(stdout).toContain('Nothing was changed: add --yes to do it.');
  expect(stdout).not.toContain('security@example.org');
  expect(town.calls('putAlternateContact')).toEqual([]);
  expect(town.world.accounts).toEqual(before);
});

test('what differs is written, in accounts that are in use; the second time there is nothing to write', async () => {
  const file = await town.file({
    contacts: { security },
    ous: { '/prod': { billing } },
    accounts: { '111122223333': { billing: security } },
  });
  const first = await town.run(['contacts', 'apply', file, '--yes']);

  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(active(town.world).map(({ contacts }) => contacts.SECURITY)).toEqual(
    active(town.world).map(() => security),
  );
  expect(contactsOf(town.world, '555566667777')?.BILLING).toEqual(billing);
  expect(contactsOf(town.world, '111122223333')?.BILLING).toEqual(security);
  expect(contactsOf(town.world, '777788889999')?.SECURITY).toBeUndefined();
  const written = town.calls('putAlternateContact').length;

  const second = await town.run(['contacts', 'apply', file, '--yes']);
  expect(second.stdout).toContain('There is nothing to write.');
  expect(town.calls('putAlternateContact')).toHaveLength(written);
});

test('the management account is asked without its id, by itself', async () => {
  await town.run(['contacts', 'apply', await town.file({ contacts: { security } }), '--yes']);
  const inputs = [...town.calls('getAlternateContact'), ...town.calls('putAlternateContact')].map(
    ({ input }) => input,
  );
  const named = inputs.map(({ AccountId }) => AccountId);

  expect(named).toContain(undefined);
  expect(named).not.toContain(town.world.managementAccount);
  expect(contactsOf(town.world, town.world.managementAccount)?.SECURITY).toEqual(security);
});

test('only what the file speaks of is read', async () => {
  await town.run(['contacts', 'apply', await town.file({ accounts: { '111122223333': { billing } } })]);

  expect(town.calls('getAlternateContact').map(({ input }) => input)).toEqual([
    { AccountId: '111122223333', AlternateContactType: 'BILLING' },
  ]);
});

test('--only-missing leaves what exists', async () => {
  const before = structuredClone(contactsOf(town.world, '111122223333'));
  const file = await town.file({ contacts: { security } });
  const { stdout } = await town.run(['contacts', 'apply', file, '--yes', '--only-missing']);

  expect(stdout).toContain('keep: differs in name');
  expect(contactsOf(town.world, '111122223333')).toEqual(before);
  expect(contactsOf(town.world, '444455556666')?.SECURITY).toEqual(security);
});

describe('nothing is asked or written where the file', () => {
  test('is wrong', async () => {
    const file = await town.file({ contacts: { security: { ...security, phone: 'x' } } });
    const { code, stderr } = await town.run(['contacts', 'apply', file, '--yes']);

    expect(code).toBe(1);
    expect(stderr).toContain('contacts.security.phone: must be a phone number');
    expect(town.calls('getAlternateContact')).toEqual([]);
  });

  test('names an account or a unit that does not exist', async () => {
    const file = await town.file({
      ous: { '/production': { security } },
      accounts: { '123412341234': { security } },
    });
    const { code, stderr } = await town.run(['contacts', 'apply', file, '--yes']);

    expect(code).toBe(1);
    expect(stderr).toContain('ous./production: there is no such organizational unit');
    expect(stderr).toContain('accounts.123412341234: there is no such account');
    expect(town.calls('getAlternateContact')).toEqual([]);
  });
});

test('an account that is closed is left out, and that is said', async () => {
  const file = await town.file({ accounts: { '777788889999': { security } } });
  const { code, stdout, stderr } = await town.run(['contacts', 'apply', file, '--yes']);

  expect(code).toBe(0);
  expect(stderr).toBe('accounts.777788889999 is left out: the account is SUSPENDED.\n');
  expect(stdout).toContain('The file is about no account that is in use.');
});

test('a failure is named at the end and stops nobody else', async () => {
  const ofShop = ({ body }: { body: Buffer }) => body.includes('444455556666');
  town.faults.deny('account:PutAlternateContact', { when: ofShop });
  const { code, stdout, stderr } = await town.run([
    'contacts',
    'apply',
    await town.file({ contacts: { security } }),
    '--yes',
  ]);

  expect(code).toBe(1);
  expect(stdout).toMatch(/Failed: 1 account \(444455556666\): access denied: .*enable-aws-service-access/);
  expect(stderr).toContain('1 of 5 contacts could not be read or written.');
  expect(contactsOf(town.world, '444455556666')?.SECURITY).toBeUndefined();
  expect(contactsOf(town.world, '555566667777')?.SECURITY).toEqual(security);
});

test('a delegated administrator reaches the members, and is told that it cannot reach the management account', async () => {
  const { hubAccount, managementAccount } = town.world;
  const file = await town.file({ contacts: { security } });
  const { code, stdout } = await town.run(['contacts', 'apply', file, '--yes', '--json'], hubAccount);
  const { failures, written } = JSON.parse(stdout) as { failures: unknown[]; written: number };

  expect(code).toBe(1);
  expect(failures).toEqual([
    {
      account: managementAccount,
      type: 'SECURITY',
      reason: expect.stringContaining('its own credentials') as string,
    },
  ]);
  expect(written).toBe(active(town.world).length - 1);
  expect(contactsOf(town.world, hubAccount)?.SECURITY).toEqual(security);
});

test('300 accounts through throttled and paged calls, with progress meanwhile', async () => {
  const { world, suspended } = largeWorld();
  const large = await anOrganizationAtHand(world, { pageSize: 7, emptyPages: true });
  let asked = 0;
  large.faults.throttle('*:*', { when: () => (asked += 1) % 25 === 0 });
  const file = await large.file({ contacts: { security, billing, operations: billing } });
  const { code, stdout, stderr } = await large.run(['contacts', 'apply', file, '--yes']);

  expect(code).toBe(0);
  expect(asked).toBeGreaterThan(1500);
  expect(stderr).toContain(`Read the contacts of 25 of ${active(world).length} accounts …`);
  expect(stderr).toMatch(/Wrote 25 of \d+ contacts …/);
  expect(stdout).toContain(`${active(world).length * CONTACT_TYPES.length} contacts`);
  for (const { contacts } of active(world)) {
    expect(contacts).toEqual({ SECURITY: security, BILLING: billing, OPERATIONS: billing });
  }
  for (const id of suspended) expect(contactsOf(world, id)?.SECURITY).not.toEqual(security);
  await large.close();
});
