import { expect, test } from 'vitest';
import { findSecrets } from '#lambdas/case-trackers/answer/find-secrets.ts';

const KEY = ['AKIA', 'Z3MX7QK2PLW5RTVN'].join('');
const SECRET = ['wJalrXUtnFEMI/K7MDENG', '/bPxRfiCY0123456789'].join('');

test.each([
  ['an access key', `The key ${KEY} is refused.`, KEY],
  ['a secret key', `aws_secret_access_key = ${SECRET}`, SECRET],
  ['a secret key in Japanese', `シークレットアクセスキーは「${SECRET}」です。`, SECRET],
  ['a password', 'password: hunter2-Tokyo!', 'hunter2-Tokyo!'],
  ['a card', 'Charged to 4111 1111 1111 1111 twice', '4111 1111 1111 1111'],
])('%s is found, and not in the text that is offered', async (_, text, secret) => {
  const found = await findSecrets(text);

  expect(found?.kinds).not.toEqual([]);
  expect(found?.masked).toContain('[REDACTED: ');
  expect(found?.masked).not.toContain(secret);
});

test.each([
  'Please call +81 90-1234-5678 or write to hanako@example.com.',
  'i-0abc123def4567890 in arn:aws:ec2:ap-northeast-1:111122223333:instance/i-0abc123def4567890 since 10:00 JST',
  'リクエストIDは 5f3c1e2a-9b7d-4c2e-8a41-0d5e6f7a8b9c です。',
])('%j may be sent', async (text) => {
  expect(await findSecrets(text)).toBeUndefined();
});
