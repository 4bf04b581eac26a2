import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { signedHeaders } from '#lambdas/runtime/webhook-signature.ts';

const secretOf = (bytes: number, fill = 7) => `whsec_${Buffer.alloc(bytes, fill).toString('base64')}`;

describe('signedHeaders', () => {
  it('verify with the library of Standard Webhooks, for any body and secret', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.uint8Array({ minLength: 24, maxLength: 64 }),
        fc.stringMatching(/^[0-9a-f]{32}$/),
        (text, key, id) => {
          const body = JSON.stringify({ text });
          const secret = `whsec_${Buffer.from(key).toString('base64')}`;
          const headers = signedHeaders(id, new Date(), body, [secret]);
          expect(new Webhook(secret).verify(body, headers)).toEqual({ text });
        },
      ),
    );
  });

  it('carry two signatures while one secret replaces the other', () => {
    const [before, after] = [secretOf(24, 1), secretOf(32, 2)];
    const headers = signedHeaders('id', new Date(), '{}', [before, after]);
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const secret of [before, after]) expect(new Webhook(secret).verify('{}', headers)).toEqual({});
    expect(() => new Webhook(secretOf(24, 3)).verify('{}', headers)).toThrow('No matching signature');
  });

  it('are exactly those of the standard', () => {
    const headers = signedHeaders('msg_1', new Date('2026-11-20T03:00:00.999Z'), '{"a":1}', [secretOf(24)]);
    expect(headers).toEqual({
      'webhook-id': 'msg_1',
      'webhook-timestamp': '1795143600',
      'webhook-signature': expect.stringMatching(/^v1,[A-Za-z0-9+/]{43}=$/) as string,
    });
  });

  it.each([
    ['without its prefix', Buffer.alloc(24).toString('base64')],
    ['of 23 bytes', secretOf(23)],
    ['of 65 bytes', secretOf(65)],
    ['that is no base64', 'whsec_!!!!'],
    ['that is empty', ''],
  ])('refuse a secret %s, without showing it', (_name, secret) => {
    const sign = () => signedHeaders('id', new Date(), '{}', [secret]);
    expect(sign).toThrow(PermanentError);
    if (secret !== '') expect(sign).not.toThrow(secret);
  });
});
