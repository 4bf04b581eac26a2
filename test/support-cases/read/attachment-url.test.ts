import { expect, test } from 'vitest';
import { attachmentUrl } from '#lambdas/support-cases/read/attachment-url.ts';

test.each([
  'https://downloadv1.attachments.support.us-east-1.amazonaws.com/a?X-Amz-Signature=1',
  'https://downloadv2.attachments.support.eu-west-1.amazonaws.com/',
  'https://downloadv1.attachments.support.cn-north-1.amazonaws.com.cn/a',
])('%s is followed', (url) => {
  expect(attachmentUrl(url)?.href).toBe(url);
});

test.each([
  undefined,
  '',
  'no URL',
  'http://downloadv1.attachments.support.us-east-1.amazonaws.com/a',
  'https://downloadv1.attachments.support.us-east-1.amazonaws.com:8443/a',
  'https://me@downloadv1.attachments.support.us-east-1.amazonaws.com/a',
  'https://downloadv1.attachments.support.us-east-1.amazonaws.com.example.net/a',
  'https://example.net/.attachments.support.us-east-1.amazonaws.com/a',
  'https://bucket.s3.us-east-1.amazonaws.com/attachments.support',
  'https://169.254.169.254/latest',
])('%s is not followed', (url) => {
  expect(attachmentUrl(url)).toBeUndefined();
});
