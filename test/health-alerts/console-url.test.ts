import { describe, expect, test } from 'vitest';
import { eventUrlOf, partitionOf, resourceUrlOf } from '#lambdas/health-alerts/console-url.ts';
import { aReadEvent } from '#test/health-alerts/a-health-event.ts';

const PLACE = { partition: 'aws', region: 'eu-central-1' };
const INSTANCE_PAGE =
  'https://eu-central-1.console.aws.amazon.com/ec2/home?region=eu-central-1#InstanceDetails:instanceId=i-0aa11bb22';

describe('a resource', () => {
  test.each([
    ['i-0aa11bb22', INSTANCE_PAGE],
    ['vol-0aa11bb22', INSTANCE_PAGE.replace('Instance', 'Volume').replace('instanceId=i-', 'volumeId=vol-')],
    [
      'arn:aws:rds:eu-central-1:111122223333:db:orders',
      'https://console.aws.amazon.com/go/view?arn=arn%3Aaws%3Ards%3Aeu-central-1%3A111122223333%3Adb%3Aorders',
    ],
    ['orders-cluster/checkout', undefined],
    ['*.example.com', undefined],
    ['AKIAREEVEEXAMPLE0001', undefined],
  ])('%s has the page %s', (id, url) => {
    expect(resourceUrlOf(id, PLACE)).toBe(url);
  });

  test.each(['global', '', 'no region', 'evil.example/x'])(
    'without a Region (%j) has none by its id',
    (region) => {
      expect(resourceUrlOf('i-0aa11bb22', { partition: 'aws', region })).toBeUndefined();
    },
  );

  test('is found in the console of its own partition (aws-health-aware#102)', () => {
    const url = resourceUrlOf('i-0aa11bb22', { partition: 'aws-us-gov', region: 'us-gov-west-1' });
    expect(url).toContain('https://us-gov-west-1.console.amazonaws-us-gov.com/ec2/');
    const arn = 'arn:aws-cn:ec2:cn-north-1:111122223333:instance/i-1';
    expect(resourceUrlOf(arn, { partition: 'aws-cn', region: 'cn-north-1' })).toContain(
      'console.amazonaws.cn/go',
    );
  });
});

describe('an event', () => {
  const urlOf = (partition: string, isPublic: boolean) =>
    eventUrlOf(aReadEvent({ eventArn: `arn:${partition}:health:x::event/T_1` }), isPublic);

  test.each([
    ['aws', 'https://health.aws.amazon.com/health/home#/account/event-log?eventID=arn%3Aaws%3Ahealth'],
    [
      'aws-us-gov',
      'https://console.amazonaws-us-gov.com/health/home#/account/event-log?eventID=arn%3Aaws-us-gov',
    ],
    ['aws-cn', 'https://console.amazonaws.cn/health/home#/account/event-log?eventID=arn%3Aaws-cn'],
  ])('of partition %s is found in its own console (aws-health-aware#102)', (partition, url) => {
    expect(urlOf(partition, false)).toContain(url);
  });

  test('that is public has another page than an account’s', () => {
    expect(urlOf('aws', true)).toContain('/health/home#/status?eventID=');
  });

  test('without an ARN leads to the list', () => {
    const url = eventUrlOf(aReadEvent({ eventArn: undefined }), false);
    expect(url).toBe('https://health.aws.amazon.com/health/home#/account/event-log');
  });
});

test.each([
  ['eu-west-1', 'aws'],
  ['us-gov-east-1', 'aws-us-gov'],
  ['cn-northwest-1', 'aws-cn'],
  ['global', 'aws'],
])('without an ARN the Region %s tells the partition %s', (region, partition) => {
  expect(partitionOf(aReadEvent({ eventArn: undefined }, { region }))).toBe(partition);
});
