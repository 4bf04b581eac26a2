import { expect, test } from 'vitest';
import { resourcesOfCall } from '#local/proxy/resources-of-call.ts';
import { anAwsCall } from './an-aws-call.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };

test.each([
  ['a table', { input: { TableName: 'ledger', Key: { pk: { S: 'secret' } } } }, ['ledger']],
  ['an index', { input: { TableName: 'ledger', IndexName: 'due' } }, ['ledger/index/due']],
  ['the tables of a batch', { input: { RequestItems: { a: {}, b: {} } } }, ['a', 'b']],
  ['the tables of a transaction', { input: { TransactItems: [{ Put: { TableName: 'a' } }] } }, ['a']],
  ['a queue', { input: { QueueUrl: 'http://127.0.0.1:4000/000000000000/alerts.fifo' } }, ['alerts.fifo']],
  ['a parameter', { input: { Name: '/reeve/slack' } }, ['/reeve/slack']],
  ['several parameters', { input: { Names: ['/reeve/a', '/reeve/b'] } }, ['/reeve/a', '/reeve/b']],
  [
    'the buses of events, the default one by silence',
    { operation: 'PutEvents', input: { Entries: [{ EventBusName: 'hub' }, {}, { EventBusName: 'hub' }] } },
    ['hub', 'default'],
  ],
  ['an account', { service: 'organizations', input: { ChildId: '111122223333' } }, ['111122223333']],
  [
    'an account whose contact is put, and nobody',
    { service: 'account', input: { AccountId: '111122223333', Name: 'Ann Example' } },
    ['111122223333'],
  ],
  ['a role in a form', { headers: FORM, body: Buffer.from('RoleArn=arn%3Aaws%3Aiam') }, ['arn:aws:iam']],
  [
    'a billing view',
    { service: 'ce', input: { BillingViewArn: 'arn:aws:billing::1:billingview/primary' } },
    ['arn:aws:billing::1:billingview/primary'],
  ],
  ['a bucket', { service: 's3', path: '/reports/?list-type=2' }, ['reports']],
  ['an object', { service: 's3', path: '/reports/a%20b/c.csv' }, ['reports/a b/c.csv']],
  [
    'an object of a bucket that is in the name of the host',
    {
      service: 's3',
      path: '/a.csv?x-id=GetObject',
      headers: { host: 'town.reports.s3.eu-west-1.amazonaws.com' },
    },
    ['town.reports/a.csv'],
  ],
  [
    'a copy, and then what it is a copy of',
    { service: 's3', path: '/reports/b', headers: { 'x-amz-copy-source': 'reports/a%20b?versionId=1' } },
    ['reports/b', 'reports/a b'],
  ],
  ['nothing in a body that is no JSON', { body: Buffer.from('{') }, []],
  ['nothing in a body that is a list', { input: [1] }, []],
])('names %s', (_, call, resources) => {
  expect(resourcesOfCall(anAwsCall(call))).toEqual(resources);
});
