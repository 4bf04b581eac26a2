import {
  AccountClient,
  type AlternateContactType,
  DeleteAlternateContactCommand,
  GetAlternateContactCommand,
  PutAlternateContactCommand,
} from '@aws-sdk/client-account';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { ACCOUNT_SERVICE } from '#local/counterparts/organization/service-principals.ts';
import type { World } from '#local/counterparts/organization/world.ts';
import { anOrganization, type RunningOrganization } from './an-organization.ts';

const HUB = '222233334444';
const MANAGEMENT = '999900001111';
const MEMBER = '111122223333';
const CONTACT = {
  Name: 'Night Shift',
  Title: 'On duty',
  EmailAddress: 'night@example.com',
  PhoneNumber: '+49 (30) 555-0100',
};

let world: World;
let organization: RunningOrganization;

beforeEach(async () => {
  world = makeWorld();
  organization = await anOrganization({ world });
});
afterEach(() => organization.proxy.close());

const as = (account: string) => organization.client(AccountClient, account);
const get = (account: string, AccountId?: string, type: AlternateContactType = 'SECURITY') =>
  as(account).send(new GetAlternateContactCommand({ AlternateContactType: type, AccountId }));
const put = (account: string, more: object = {}) =>
  as(account).send(new PutAlternateContactCommand({ AlternateContactType: 'SECURITY', ...CONTACT, ...more }));

describe('a contact', () => {
  it('is told as AWS does', async () => {
    expect((await get(HUB, MEMBER)).AlternateContact).toEqual({
      AlternateContactType: 'SECURITY',
      Name: 'payments on duty',
      Title: 'security contact',
      EmailAddress: 'payments@example.com',
      PhoneNumber: '+49 30 5550100',
    });
  });

  it('is put, changed and deleted in the world', async () => {
    await put(HUB, { AccountId: MEMBER, EmailAddress: ' night@example.com ' });
    expect(world.accounts.find(({ id }) => id === MEMBER)?.contacts.SECURITY).toEqual({
      name: 'Night Shift',
      title: 'On duty',
      email: 'night@example.com',
      phone: '+49 (30) 555-0100',
    });
    expect(JSON.stringify(organization.proxy.calls)).not.toContain(CONTACT.Name);

    const remove = new DeleteAlternateContactCommand({ AlternateContactType: 'SECURITY', AccountId: MEMBER });
    await as(HUB).send(remove);
    await expect(get(HUB, MEMBER)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(as(HUB).send(remove)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('of a suspended account can still be read', async () => {
    await expect(get(MANAGEMENT, '777788889999')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

describe('may be asked for', () => {
  it.each([
    ['by the account itself', MEMBER, undefined],
    ['by the management account, of itself without an id', MANAGEMENT, undefined],
    ['by the management account, of a member', MANAGEMENT, MEMBER],
    ['by the delegated administrator, of a member', HUB, MEMBER],
    ['by the delegated administrator, of itself', HUB, HUB],
  ])('%s', async (_, account, about) => {
    expect((await get(account, about)).AlternateContact).toBeDefined();
  });

  it.each([
    ['by a member of another', MEMBER, HUB],
    ['by a member of itself with its id', MEMBER, MEMBER],
    ['by the management account of itself with its id', MANAGEMENT, MANAGEMENT],
    ['by the delegated administrator of the management account', HUB, MANAGEMENT],
    ['by the delegated administrator of a stranger', HUB, '123456789012'],
  ])('not %s', async (_, account, about) => {
    await expect(get(account, about)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('of others only while the Organization trusts the service', async () => {
    world.trustedServices = world.trustedServices.filter((service) => service !== ACCOUNT_SERVICE);
    await expect(get(MANAGEMENT, MEMBER)).rejects.toMatchObject({ name: 'AccessDeniedException' });
    expect((await get(MANAGEMENT)).AlternateContact).toBeDefined();
  });

  it('of others by an administrator of this service only', async () => {
    world.delegatedAdministrators = { [HUB]: ['health.amazonaws.com'] };
    await expect(get(HUB, MEMBER)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});

describe('refused is', () => {
  it.each([
    ['a name of 65 characters', { Name: 'n'.repeat(65) }],
    ['a title of 51', { Title: 't'.repeat(51) }],
    ['an address of 255', { EmailAddress: `${'e'.repeat(243)}@example.com` }],
    ['an address that is none', { EmailAddress: 'night' }],
    ['a phone of 26', { PhoneNumber: '1'.repeat(26) }],
    ['a phone with letters', { PhoneNumber: '0800 REEVE' }],
    ['an empty title', { Title: '' }],
    ['an account id that is none', { AccountId: '12' }],
  ])('%s', async (_, more) => {
    await expect(put(HUB, more)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('an unknown type, as if it were forbidden', async () => {
    await expect(get(HUB, MEMBER, 'LEGAL' as never)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});
