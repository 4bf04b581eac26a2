import { expect, test } from 'vitest';
import { redactTexts } from '#lambdas/runtime/redact/redact-texts.ts';

test.each([
  ['10.0.0.7 and 10.0.0.8 and 10.0.0.7', '[IP 1] and [IP 2] and [IP 1]'],
  ['fd00:ec2::254 at 12:30:59', '[IP 1] at 12:30:59'],
  ['2001:db8:0:0:0:0:0:1', '[IP 1]'],
  ['アカウント111122223333と1111-2222-3333', 'アカウント[ACCOUNT 1]と[ACCOUNT 1]'],
  ['arn:aws:s3:::a-bucket/key denied', '[ARN 1] denied'],
  ['arn:aws:iam::111122223333:role/a', '[ARN 1]'],
  ['Ken@example.com, ken@example.com', '[E-MAIL 1], [E-MAIL 1]'],
  ['ken [at] example [dot] com', '[E-MAIL 1]'],
  ['[E-MAIL 2] wrote to mio@example.com', '[E-MAIL 2] wrote to [E-MAIL 3]'],
  ['version 1.2.3.4.5', 'version 1.2.3.4.5'],
])('%s becomes %s', async (text, expected) => {
  expect((await redactTexts([text], { pseudonyms: true })).texts).toEqual([expected]);
});

test('a number goes on in the next text', async () => {
  const { texts } = await redactTexts(['a@example.com', 'b@example.com', 'a@example.com'], {
    pseudonyms: false,
  });

  expect(texts).toEqual(['[E-MAIL 1]', '[E-MAIL 2]', '[E-MAIL 1]']);
});
