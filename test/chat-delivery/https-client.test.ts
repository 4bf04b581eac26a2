import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { postJson } from '#lambdas/chat-delivery/https-client.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';

const SECRET = 'very-secret';
const errorOf = (url: string) =>
  postJson(url, '{}').then(
    () => undefined,
    (error: unknown) => error,
  );

describe('postJson', () => {
  it.each([
    ['no URL', SECRET],
    ['no host', `https://?${SECRET}`],
    ['plain HTTP', `http://example.com/${SECRET}`],
    ['a file', `file:///${SECRET}`],
    ['a private address', `https://10.0.0.1/${SECRET}`],
    ['the metadata service', `https://169.254.169.254/${SECRET}`],
    ['the metadata service as a number', `https://2852039166/${SECRET}`],
    ['loopback', `https://127.0.0.1:8443/${SECRET}`],
    ['loopback of IPv6', `https://[::1]/${SECRET}`],
    ['mapped loopback', `https://[::ffff:127.0.0.1]/${SECRET}`],
    ['a name of this machine', `https://localhost/${SECRET}`],
  ])('refuses %s for good, and its error does not hold the URL', async (_name, url) => {
    const error = await errorOf(url);
    expect(error).toBeInstanceOf(PermanentError);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(SECRET);
  });
});
