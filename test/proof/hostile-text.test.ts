import { expect, test } from 'vitest';
import { redactText } from '#lambdas/runtime/redact/redact-text.ts';

const UNITS = [
  'a',
  'a1B+',
  '-----BEGIN PRIVATE KEY-----',
  '-----BEGIN RSA PRIVATE KEY----- a-b',
  'password: a1!',
  'password=!!!!!!!a',
  'パスワードは',
  '&#65;',
  'x@a.',
  'eyJhbGciOi.',
  '12-',
  'kind: Secret\n a: ',
  'http://a:',
  '1:',
  'aB3dE5gH7jK9mN1p\n',
  'PuTTY-User-Key-File-2:',
  '[REDACTED',
];

const MEGABYTE = 1_000_000;

/** No clock but the limit: what grows with the square of a text does not end within it. */
test.each(UNITS)(
  'a megabyte of %j is redacted',
  async (unit) => {
    const { text } = await redactText(`${unit.repeat(MEGABYTE / unit.length)}\n\nmio@example.org`);

    expect(text).not.toContain('mio@example.org');
  },
  120_000,
);
