import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { errorFields } from '#lambdas/runtime/log.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';

const Parcel = z.object({ to: z.string(), items: z.array(z.object({ weight: z.number() })) });

function errorOf(body: string): unknown {
  try {
    return parseBody(Parcel, body);
  } catch (error) {
    return error;
  }
}

test('a message that fits the schema is what the schema reads, and no more', () => {
  const body = JSON.stringify({ to: 'Ada', items: [{ weight: 2 }], unknown: true });
  expect(parseBody(Parcel, body)).toEqual({ to: 'Ada', items: [{ weight: 2 }] });
});

test('each field that cannot be read is named once, and fails for good', () => {
  const error = errorOf('{"items":[{"weight":"2 kg"},{}]}');
  expect(error).toBeInstanceOf(PermanentError);
  expect(error).toMatchObject({
    message: 'Message is unreadable',
    fields: { fields: ['to', 'items.0.weight', 'items.1.weight'] },
  });
});

test.each(['null', '[]', '5', '"text"'])('of %s the whole message is unreadable', (body) => {
  expect(errorOf(body)).toMatchObject({ fields: { fields: ['(whole message)'] } });
});

test.each(['', '{', 'xoxb-secret'])('%j is not JSON, and fails for good', (body) => {
  expect(errorOf(body)).toMatchObject({ name: 'PermanentError', message: 'Message is not JSON' });
});

test('no error shows anything of the content', () => {
  const secret = 'xoxb-7f3a';
  const body = fc.oneof(
    fc.constantFrom(secret, `{"to": ${secret}`, `"${secret}"`),
    fc.jsonValue().map((value) => JSON.stringify({ to: value, items: secret })),
    fc.jsonValue().map((value) => JSON.stringify({ to: [secret, value], items: [{ weight: secret }] })),
  );
  fc.assert(
    fc.property(body, (text) => {
      const error = errorOf(text);
      expect(error).toBeInstanceOf(PermanentError);
      expect(JSON.stringify(errorFields(error))).not.toContain(secret);
      expect(String((error as Error).cause)).not.toContain(secret);
    }),
  );
});
