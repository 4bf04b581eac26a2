import { AccountClient, GetAlternateContactCommand } from '@aws-sdk/client-account';
import { ListAccountsCommand, ListRootsCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { AwsError } from '#local/proxy/aws-call.ts';
import { anOrganization, type RunningOrganization } from './an-organization.ts';

let organization: RunningOrganization;

beforeEach(async () => {
  organization = await anOrganization({ world: makeWorld() });
});
afterEach(() => organization.proxy.close());

const contact = new GetAlternateContactCommand({ AlternateContactType: 'SECURITY' });

it('throttles an operation so many times, which the SDK waits out', async () => {
  organization.faults.throttle('organizations:ListAccounts', { times: 2 });
  organization.faults.throttle('account:GetAlternateContact', { times: 1 });
  const patient = { maxAttempts: 4 };

  await organization.client(OrganizationsClient, undefined, patient).send(new ListAccountsCommand());
  await organization.client(AccountClient, undefined, patient).send(contact);

  expect(organization.proxy.calls.map(({ operation, errorCode }) => errorCode ?? operation)).toEqual([
    'TooManyRequestsException',
    'TooManyRequestsException',
    'ListAccounts',
    'TooManyRequestsException',
    expect.stringContaining('lternateContact'),
  ]);
});

it('denies what a policy would, by the name that each protocol has for it', async () => {
  const { faults, client } = organization;
  faults.deny('organizations:List*');
  faults.deny('account:GetAlternateContact');
  faults.deny('sts:GetCallerIdentity');

  const name = 'AccessDeniedException';
  await expect(client(OrganizationsClient).send(new ListRootsCommand())).rejects.toMatchObject({ name });
  await expect(client(AccountClient).send(contact)).rejects.toMatchObject({ name });
  await expect(client(STSClient).send(new GetCallerIdentityCommand())).rejects.toMatchObject({
    name: 'AccessDenied',
  });
});

it('fails the calls that are meant, until it is ended', async () => {
  const { faults, client, identities } = organization;
  const end = faults.fail('organizations:ListRoots', new AwsError('ServiceException', 'Try again', 500), {
    when: ({ accessKeyId }) => identities.find(accessKeyId).accountId === '999900001111',
  });
  const roots = (account?: string) => client(OrganizationsClient, account).send(new ListRootsCommand());

  await expect(roots('999900001111')).rejects.toMatchObject({ name: 'ServiceException' });
  await expect(roots()).resolves.toBeDefined();
  end();
  await expect(roots('999900001111')).resolves.toBeDefined();
});
