import { describe, expect, test } from 'vitest';
import { isAwsMade, type MadeResource } from '#lambdas/contracts/tags/aws-made.ts';

const made = (over: Partial<MadeResource>) =>
  isAwsMade({ type: 'AWS::S3::Bucket', id: 'logs', tags: {}, ...over });

describe('AWS made (DataChefHQ/aws-data-landing-zone#157)', () => {
  test.each<[string, Partial<MadeResource>]>([
    ['a backup', { tags: { 'aws:backup:source-resource': 'arn' } }],
    ['a network interface of a service', { configuration: { requesterManaged: true } }],
    ['a key of a service', { type: 'AWS::KMS::Key', configuration: { keyManager: 'AWS' } }],
    [
      'a secret of a service',
      { type: 'AWS::SecretsManager::Secret', tags: { 'aws:secretsmanager:owningService': 'rds' } },
    ],
    [
      'a service-linked role',
      { type: 'AWS::IAM::Role', configuration: { path: '/aws-service-role/x.amazonaws.com/' } },
    ],
    ['a role of IAM Identity Center', { arn: 'arn:aws:iam::1:role/aws-reserved/sso.amazonaws.com/x' }],
    ['Control Tower’s bucket', { name: 'aws-controltower-logs-111122223333' }],
    ['the default VPC', { type: 'AWS::EC2::VPC', configuration: { isDefault: true } }],
    ['a default subnet', { type: 'AWS::EC2::Subnet', configuration: { defaultForAz: 'true' } }],
    ['the default security group', { type: 'AWS::EC2::SecurityGroup', name: 'default' }],
    [
      'the default security group',
      { type: 'AWS::EC2::SecurityGroup', configuration: { groupName: 'default' } },
    ],
  ])('%s', (_what, over) => {
    expect(made(over)).toBe(true);
  });
});

describe('people made', () => {
  test.each<[string, Partial<MadeResource>]>([
    ['a bucket', {}],
    ['a stack’s bucket', { tags: { 'aws:cloudformation:stack-name': 'shop' } }],
    ['an instance of an Auto Scaling group', { tags: { 'aws:autoscaling:groupName': 'web' } }],
    ['a VPC', { type: 'AWS::EC2::VPC', configuration: { isDefault: false } }],
    ['a bucket called default', { name: 'default' }],
    [
      'a bucket whose configuration is odd',
      { configuration: { requesterManaged: 'managed', path: 7, keyManager: null } },
    ],
  ])('%s', (_what, over) => {
    expect(made(over)).toBe(false);
  });
});
