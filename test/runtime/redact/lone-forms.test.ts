import { expect, test } from 'vitest';
import { redactText } from '#lambdas/runtime/redact/redact-text.ts';
import { LONE_FORMS } from '#test/runtime/redact/lone-forms.ts';

test.each([...LONE_FORMS, { text: '_authToken=abcdefgh', secret: 'abcdefgh' }])(
  'the secret of $text goes',
  async ({ text, secret }) => {
    expect(text).toContain(secret);
    expect((await redactText(text)).text).not.toContain(secret);
  },
);

test.each([
  'by is a word of a sentence: the password is incorrect',
  'token: bearer',
  'Services/OrderService2/Main/JavaExamples',
  'order 4111 1111 1111 1112',
  'called at 12:30:59, 16 digits are 1234567890123456',
])('nothing goes from %s', async (text) => {
  expect((await redactText(text)).text).toBe(text);
});
