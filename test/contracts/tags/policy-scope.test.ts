import { describe, expect, test } from 'vitest';
import { exemptionOf, isInScope, isLike, type ScopedResource } from '#lambdas/contracts/tags/policy-scope.ts';
import type { TagExemption } from '#lambdas/contracts/tags/tag-policy.ts';
import { aPolicy, BUCKET } from '#test/contracts/tags/a-policy.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const account = { id: '111122223333', ou: '/prod/eu' };
const resource: ScopedResource = {
  account,
  region: 'eu-west-1',
  type: BUCKET,
  id: 'logs-1',
  arn: 'arn:aws:s3:::logs-1',
  tags: { kind: 'scratch' },
};

describe('the policy is meant for', () => {
  test.each([
    { policy: {}, isMeant: true },
    { policy: { accounts: ['111122223333'] }, isMeant: true },
    { policy: { accounts: ['222233334444'] }, isMeant: false },
    { policy: { ous: ['/prod'] }, isMeant: true },
    { policy: { ous: ['/prod/eu'] }, isMeant: true },
    { policy: { ous: ['/pro'] }, isMeant: false },
    { policy: { ous: ['/'] }, isMeant: true },
    { policy: { ous: ['/prod'], accounts: ['222233334444'] }, isMeant: false },
  ])('an account of /prod/eu by $policy: $isMeant', ({ policy, isMeant }) => {
    expect(isInScope(policy, account)).toBe(isMeant);
  });

  test('an account whose unit nobody knows', () => {
    expect(isInScope({ ous: ['/prod'] }, { id: '111122223333' })).toBe(true);
  });
});

describe('an exemption', () => {
  const exempt = (when: TagExemption['when'], until = '2027-01-01T00:00:00Z') =>
    exemptionOf(aPolicy({ exemptions: [{ reason: 'Known', owner: 'ops', until, when }] }), resource, NOW) !==
    undefined;

  test.each<[TagExemption['when'], boolean]>([
    [{ accounts: ['111122223333'] }, true],
    [{ regions: ['us-east-1'] }, false],
    [{ ous: ['/prod'] }, true],
    [{ types: ['AWS::S3::*'] }, true],
    [{ resources: ['logs-*'] }, true],
    [{ resources: ['arn:aws:s3:::logs-1'] }, true],
    [{ resources: ['logs'] }, false],
    [{ types: ['AWS::S3::*'], resources: ['data-*'] }, false],
  ])('by %j holds: %s', (when, holds) => {
    expect(exempt(when)).toBe(holds);
  });

  test('may go by tags of the resource (ministryofjustice/aws-root-account#907)', () => {
    expect(exempt({ tags: { kind: ['scr*'] } })).toBe(true);
    expect(exempt({ tags: { kind: ['other'] } })).toBe(false);
    expect(exempt({ tags: { toString: ['*'] } })).toBe(false);
  });

  test('ends when its time has come', () => {
    expect(exempt({ accounts: ['111122223333'] }, '2026-11-22T10:00:00Z')).toBe(false);
  });
});

test('a star stands for any run of characters, all others for themselves', () => {
  expect(isLike('a.b', 'a.b')).toBe(true);
  expect(isLike('axb', 'a.b')).toBe(false);
  expect(isLike(String.raw`a[1]\+`, String.raw`a[1]\*`)).toBe(true);
  expect(isLike('line\nbreak', 'line*')).toBe(true);
});
