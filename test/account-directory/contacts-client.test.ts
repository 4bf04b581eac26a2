import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { ACCOUNT_SERVICE } from '#local/counterparts/organization/service-principals.ts';
import { AwsError } from '#local/proxy/aws-call.ts';
import { anOrganization } from '#test/account-directory/an-organization.ts';

const MEMBER = '111122223333';
const world = makeWorld();
const trusted = [...world.trustedServices];
let organization: Awaited<ReturnType<typeof anOrganization>>;

beforeAll(async () => {
  organization = await anOrganization(world);
  for (const account of world.accounts) account.contacts = {};
});
afterEach(() => {
  organization.faults.clear();
  world.trustedServices = [...trusted];
});
afterAll(() => organization.close());

const contact = { name: 'Ada', title: 'Miller', email: 'ada@example.com', phone: '+46 8 123' };
const read = (accountId: string) => organization.directory().ports.readContacts(accountId);
const give = (accountId: string, contacts: Record<string, typeof contact>) => {
  const account = world.accounts.find(({ id }) => id === accountId);
  if (account) account.contacts = contacts;
};

test('a contact is read as people gave it, and one that is missing as missing', async () => {
  give(MEMBER, { SECURITY: contact });
  expect(await read(MEMBER)).toEqual({ BILLING: null, OPERATIONS: null, SECURITY: contact });
});

test('the management account is asked without its id, which AWS would refuse', async () => {
  give(world.managementAccount, { BILLING: contact });
  expect(await read(world.managementAccount)).toEqual({ BILLING: contact, OPERATIONS: null, SECURITY: null });
});

test('where AWS does not tell, nothing is known: neither a contact nor that there is none', async () => {
  world.trustedServices = world.trustedServices.filter((service) => service !== ACCOUNT_SERVICE);
  expect(await read(MEMBER)).toEqual({});
  expect(Object.keys(await read(world.managementAccount))).toHaveLength(3);
});

test('any other error is no answer', async () => {
  organization.faults.fail('account:GetAlternateContact', new AwsError('ValidationException', 'no', 400));
  await expect(read(MEMBER)).rejects.toMatchObject({ name: 'ValidationException' });
});
