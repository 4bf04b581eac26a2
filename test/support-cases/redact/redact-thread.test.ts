import { describe, expect, test } from 'vitest';
import { REDACTION_VERSION } from '#lambdas/runtime/redact/redact-text.ts';
import { redactThread } from '#lambdas/support-cases/redact/redact-thread.ts';
import { aThread } from '#test/support-cases/redact/a-thread.ts';

describe('a thread', () => {
  test('loses secrets and addresses in all its texts, the same value by the same mark', async () => {
    const redacted = await redactThread(aThread(), { pseudonyms: false });

    expect(redacted).toMatchObject({
      subject: 'RDS: login of [E-MAIL 1] fails',
      author: 'Admin ([E-MAIL 1])',
      cc: [],
      messages: [
        {
          author: 'Admin ([E-MAIL 1])',
          body: 'パスワードは[REDACTED: password]です。[E-MAIL 2] も 10.0.0.7 から試しました。',
          attachments: [{ id: 'a1', fileName: '[E-MAIL 3]' }],
        },
        {
          author: 'Amazon Web Services',
          body: '[REDACTED: password] does not work from 10.0.0.7 in 111122223333.',
        },
      ],
      redaction: { version: REDACTION_VERSION, found: { password: 2, 'E-MAIL': 5 } },
    });
  });

  test('names no machine and no account where that is wanted', async () => {
    const { messages } = await redactThread(aThread(), { pseudonyms: true });

    expect(messages[0]?.body).toContain('[IP 1]');
    expect(messages[1]?.body).toBe('[REDACTED: password] does not work from [IP 1] in [ACCOUNT 1].');
  });

  test('keeps no hash by which one could try out what was taken', async () => {
    const { messages } = await redactThread(aThread(), { pseudonyms: false });

    expect(messages.map(({ bodyHash }) => bodyHash)).not.toContain('raw');
  });

  test('that is withheld has no text, and still says who wrote when', async () => {
    const redacted = await redactThread(aThread(), { withheld: 'security', pseudonyms: false });

    expect(redacted).toMatchObject({
      subject: '',
      redaction: { withheld: 'security' },
      messages: [
        {
          key: 'k1',
          at: '2026-03-01T00:00:00.000Z',
          from: 'customer',
          body: '',
          attachments: [{ fileName: '' }],
        },
        { key: 'k2', from: 'aws', author: 'Amazon Web Services', body: '' },
      ],
    });
    expect(JSON.stringify(redacted)).not.toMatch(/Tanuki|example\.com/);
  });

  test.each([{ pseudonyms: true }, { pseudonyms: false, withheld: 'tag' as const }])(
    'that is redacted changes no more: %o',
    async (options) => {
      const once = await redactThread(aThread(), options);

      expect(await redactThread(once, { pseudonyms: options.pseudonyms })).toEqual(once);
    },
  );
});

test('no author of a message keeps an address, whatever it is called', async () => {
  const authors = ['root@example.com', 'Admin/ubuntu@corp.internal', 'Role (x) <git@example.com>'];
  const thread = aThread();
  const messages = authors.flatMap((author) => thread.messages.map((message) => ({ ...message, author })));
  const { messages: left } = await redactThread(
    { ...thread, author: 'admin@corp.local', messages },
    { pseudonyms: false },
  );

  expect(JSON.stringify(left.map(({ author }) => author))).not.toContain('@');
});
