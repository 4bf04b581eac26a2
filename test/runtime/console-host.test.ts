import { expect, test } from 'vitest';
import { globalRegionOf, partitionOf } from '#lambdas/contracts/regions.ts';
import { consoleHost } from '#lambdas/runtime/console-host.ts';

test.each([
  ['eu-west-1', 'us-east-1', 'console.aws.amazon.com'],
  ['us-gov-east-1', 'us-gov-west-1', 'console.amazonaws-us-gov.com'],
  ['cn-northwest-1', 'cn-north-1', 'console.amazonaws.cn'],
  ['eusc-de-east-1', 'eusc-de-east-1', 'console.amazonaws-eusc.eu'],
])('%s has its global services in %s and the console %s', (region, global, host) => {
  expect(globalRegionOf(region)).toBe(global);
  expect(consoleHost(partitionOf(region))).toBe(host);
});

test('a partition that AWS has still to make has the first one’s console', () => {
  expect(consoleHost('aws-moon')).toBe('console.aws.amazon.com');
});
