import { expect, test } from 'vitest';
import { toNews } from '#lambdas/account-directory/to-news.ts';

const ID = '111122223333';
const ACCOUNT = { about: 'account', id: ID };
const TREE = { about: 'tree' };
const NOTHING = { about: 'nothing' };

const result = (key: string, status: object) => ({
  eventName: 'CreateAccountResult',
  serviceEventDetails: { [key]: status },
});
const call = (eventName: string, requestParameters: unknown, more = {}) => ({
  eventName,
  requestParameters,
  ...more,
});

test.each([
  {
    what: 'an account that was made',
    detail: result('createAccountStatus', { state: 'SUCCEEDED', accountId: ID, accountName: '****' }),
  },
  {
    what: 'an account that was closed',
    detail: result('closeAccountStatus', { state: 'SUCCEEDED', accountId: ID }),
  },
  {
    what: 'an account that was moved',
    detail: call('MoveAccount', { accountId: ID, sourceParentId: 'r-a1b2' }),
  },
  { what: 'an account that was removed', detail: call('RemoveAccountFromOrganization', { accountId: ID }) },
  { what: 'an account that was tagged', detail: call('TagResource', { resourceId: ID, tags: [] }) },
  {
    what: 'an account whose tag was taken',
    detail: call('UntagResource', { resourceId: ID, tagKeys: ['owner'] }),
  },
])('$what is the account to look at', ({ detail }) => {
  expect(toNews(detail)).toEqual(ACCOUNT);
});

test.each([
  { what: 'an account that could not be made', detail: result('createAccountStatus', { state: 'FAILED' }) },
  {
    what: 'an account that could not be closed',
    detail: result('closeAccountStatus', { state: 'FAILED', accountId: ID }),
  },
  {
    what: 'a call that was refused',
    detail: call('MoveAccount', { accountId: ID }, { errorCode: 'AccessDenied' }),
  },
  { what: 'a tag of a unit', detail: call('TagResource', { resourceId: 'ou-a1b2-12345678' }) },
  { what: 'a tag of a policy', detail: call('UntagResource', { resourceId: 'p-abcdefgh' }) },
])('$what changes nothing in the directory', ({ detail }) => {
  expect(toNews(detail)).toEqual(NOTHING);
});

test.each([
  {
    what: 'a unit that was renamed',
    detail: call('UpdateOrganizationalUnit', { organizationalUnitId: 'ou-a1b2-12345678', name: 'prod' }),
  },
  { what: 'an invitation that was accepted', detail: call('AcceptHandshake', { handshakeId: 'h-12345678' }) },
  { what: 'an event without an account', detail: { eventName: 'AccountDepartedOrganization' } },
  { what: 'a call of which nothing is told', detail: call('TagResource', null) },
  { what: 'an account id of other digits', detail: call('MoveAccount', { accountId: '1234' }) },
  { what: 'an account id that is a number', detail: call('MoveAccount', { accountId: 111122223333 }) },
  { what: 'a success without an account id', detail: result('createAccountStatus', { state: 'SUCCEEDED' }) },
  { what: 'a detail that is a text', detail: ID },
  { what: 'no detail', detail: undefined },
])('$what may be about any account', ({ detail }) => {
  expect(toNews(detail)).toEqual(TREE);
});
