import { describe, expect, test } from 'vitest';
import { muteOf } from '#lambdas/contracts/trusted-advisor/item-mute.ts';
import { reasonNotWatched } from '#lambdas/contracts/trusted-advisor/select-checks.ts';
import { SELECTION } from '#test/trusted-advisor-alerts/an-advisor-event.ts';

describe('a check', () => {
  const S3 = { id: 'R365s2Qddf', name: 'Amazon S3 Bucket Versioning', category: 'fault_tolerance' };
  const HUB = { id: 'Hs4Ma3G127', name: 'A control', category: 'security' };

  test.each([
    ['any', S3, {}, undefined],
    ['of another category', S3, { categories: ['security'] }, 'not among categories'],
    ['whose category nobody knows', { name: 'A check of tomorrow' }, { categories: ['security'] }, undefined],
    ['named by a pattern in other letters', S3, { checks: ['amazon s3*'] }, undefined],
    ['not named', S3, { checks: ['Amazon EC2*'] }, 'not among checks'],
    ['kept out by its id', S3, { except: ['R365*'] }, 'among except'],
    ['of the mirror, by its id', HUB, {}, 'mirrors Security Hub'],
    ['of the mirror, by who makes it', { ...S3, source: 'security_hub' }, {}, 'mirrors Security Hub'],
    ['of the mirror, where it is asked for', HUB, { securityHub: true }, undefined],
  ])('%s', (_name, check, choice, reason) => {
    expect(reasonNotWatched(check, { ...SELECTION, ...choice })).toBe(reason);
  });
});

describe('a mute (aws-solutions/quota-monitor-for-aws#156, #211, #221)', () => {
  const muted = {
    account: '222233334444',
    check: { id: 'jL7PP0l7J9', name: 'VPC', category: 'service_limits' },
    item: {
      region: 'eu-west-1',
      resourceId: 'arn:aws:ec2:eu-west-1:222233334444:vpc/vpc-1',
      fields: {
        Service: 'Kinesis Firehose',
        'Limit Name': 'Running On-Demand (A, C, D) instances',
        'VPC Id': 'vpc-1',
      },
    },
    severity: 'warning' as const,
  };
  const now = new Date('2026-11-23T10:00:00Z');
  const holds = (when: object, until = '2026-12-01T00:00:00Z') =>
    muteOf([{ id: 'one', reason: 'A reason', until, when }], muted, now) !== undefined;

  test.each([
    [{ accounts: ['222233334444'] }, true],
    [{ accounts: ['111122223333'] }, false],
    [{ regions: ['eu-*'] }, true],
    [{ categories: ['security'] }, false],
    [{ limits: ['Running On-Demand (A, C, D) instances'] }, true],
    [{ services: ['firehose'] }, false],
    [{ services: ['kinesis*'] }, true],
    [{ resources: ['vpc-1'] }, true],
    [{ resources: ['*:vpc/*'], regions: ['us-east-1'] }, false],
    [{ severity: 'warning' }, true],
    [{ severity: 'info' }, false],
    [{ severity: 'error' }, true],
  ])('of %j: %s', (when, expected) => {
    expect(holds(when)).toBe(expected);
  });

  test('ends', () => {
    expect(holds({ accounts: ['222233334444'] }, '2026-11-23T10:00:00Z')).toBe(false);
  });
});
