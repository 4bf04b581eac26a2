import { describe, expect, test } from 'vitest';
import type { Bucket, Role } from '#local/estate.ts';
import { emptyEstate } from '#local/template/empty-estate.ts';
import { aBucket } from '#test/local/object-store/serve-object-store.ts';
import { isAllowed, isUsed, needsOf, resourcePolicyOf } from '#test/scenarios/authorize.ts';

const HUB = { accountId: '111122223333', region: 'eu-central-1' };
const FILES = 'arn:aws:s3:::reports/*';
const needs = (operation: string, ...resources: string[]) =>
  needsOf({ service: 's3', operation }, resources, HUB);
const aRole = (action: string, resource: string): Role => ({
  logicalId: 'Role',
  name: 'role',
  arn: 'arn:aws:iam::111122223333:role/role',
  trust: { Statement: [] },
  policies: [{ Statement: [{ Effect: 'Allow', Action: action, Resource: resource }] }],
  managedPolicyArns: [],
});

test.each([
  ['GetObject', 's3:GetObject'],
  ['HeadObject', 's3:GetObject'],
  ['PutObject', 's3:PutObject'],
  ['CreateMultipartUpload', 's3:PutObject'],
  ['UploadPart', 's3:PutObject'],
  ['CompleteMultipartUpload', 's3:PutObject'],
  ['AbortMultipartUpload', 's3:AbortMultipartUpload'],
])('%s needs %s on the object', (operation, action) => {
  expect(needs(operation, 'reports/a/b.csv')).toEqual([{ action, resource: 'arn:aws:s3:::reports/a/b.csv' }]);
});

test('a listing needs s3:ListBucket on the bucket', () => {
  expect(needs('ListObjectsV2', 'reports')).toEqual([
    { action: 's3:ListBucket', resource: 'arn:aws:s3:::reports' },
  ]);
});

test('a copy needs what is copied to be read', () => {
  expect(needs('CopyObject', 'reports/b', 'reports/a')).toEqual([
    { action: 's3:PutObject', resource: 'arn:aws:s3:::reports/b' },
    { action: 's3:GetObject', resource: 'arn:aws:s3:::reports/a' },
  ]);
});

describe('a grant on all files of a bucket', () => {
  const need = { action: 's3:GetObject', resource: 'arn:aws:s3:::reports/state/x.json' };

  test('allows a call of a file, and nothing on the bucket or elsewhere', async () => {
    const role = aRole('s3:GetObject', FILES);
    const allowed = (operation: string, name: string) =>
      Promise.all(needs(operation, name).map((each) => isAllowed(role, each)));
    expect(await allowed('HeadObject', 'reports/state/x.json')).toEqual([true]);
    expect(await allowed('PutObject', 'reports/state/x.json')).toEqual([false]);
    expect(await allowed('GetObject', 'reports-of-others/x.json')).toEqual([false]);
    expect(await allowed('ListObjectsV2', 'reports')).toEqual([false]);
  });

  test('is used by a call of one of them', () => {
    expect(isUsed({ action: 's3:GetObject', resource: FILES }, [need])).toBe(true);
    expect(isUsed({ action: 's3:PutObject', resource: FILES }, [need])).toBe(false);
    expect(isUsed({ action: 's3:GetObject', resource: '*' }, [need])).toBe(false);
  });

  test('is held to the policy of the bucket', async () => {
    const deny = { Effect: 'Deny' as const, Principal: '*', Action: 's3:*', Resource: FILES };
    const bucket: Bucket = aBucket({ policy: { Statement: [deny] } });
    const policy = resourcePolicyOf({ ...emptyEstate(), buckets: [bucket] }, need);
    expect(policy).toBe(bucket.policy);
    expect(await isAllowed(aRole('s3:GetObject', FILES), need)).toBe(true);
    expect(await isAllowed(aRole('s3:GetObject', FILES), need, policy)).toBe(false);
  });
});
