import { expect, test } from 'vitest';
import { itemName } from '#lambdas/contracts/trusted-advisor/item-name.ts';

test.each([
  [{ resourceId: 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-1', fields: {} }, 'vol-1'],
  [{ resourceId: 'arn:aws:s3:::receipts', fields: {} }, 'receipts'],
  [{ resourceId: 'arn:aws:rds:eu-west-1:111122223333:db:orders', fields: {} }, 'orders'],
  [
    { resourceId: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/1a', fields: {} },
    'app/web/1a',
  ],
  [{ fields: { Service: 'EC2', 'Limit Name': 'Elastic IPs' } }, 'Elastic IPs of EC2'],
  [{ fields: { Region: 'us-east-1', 'IP Address': '192.0.2.1' } }, '192.0.2.1'],
  [{ fields: { 'Hosted Zone Name': 'example.com', 'Resource Record Set Name': 'www' } }, 'www'],
  [{ fields: { 'Function ARN': 'arn:aws:lambda:eu-west-1:111122223333:function:import' } }, 'import'],
  [{ fields: { Status: 'Red' } }, 'the account'],
  [{ fields: {} }, 'the account'],
])('%j is called %s', (item: Parameters<typeof itemName>[0], name) => {
  expect(itemName(item)).toBe(name);
});
