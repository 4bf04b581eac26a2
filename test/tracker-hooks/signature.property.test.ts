import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCommand } from '#lambdas/case-trackers/answer/parse-command.ts';
import { isCommand } from '#lambdas/contracts/support/tracker-command.ts';
import { caseMarker, caseOfMarker } from '#lambdas/contracts/support/tracker-markers.ts';
import { bytesOf } from '#lambdas/tracker-hooks/hook-request.ts';
import { isSigned } from '#lambdas/tracker-hooks/hook-signature.ts';
import { aPayload, aReceiver, aRequest, SECRET, sign } from '#test/tracker-hooks/a-delivery.ts';

const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });

test('any bytes are signed by their signature, with one of the secrets', () => {
  fc.assert(
    fc.property(bytes, fc.boolean(), (body, isFormer) => {
      const secrets = isFormer ? ['g'.repeat(20), SECRET] : [SECRET];
      expect(isSigned(body, sign(body), secrets)).toBe(true);
      expect(isSigned(body, sign(body), ['g'.repeat(20)])).toBe(false);
      expect(isSigned(body, sign(body), [])).toBe(false);
    }),
  );
});

test('a body of which one bit is another, or that is cut or longer, is not signed', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), fc.nat(7), (body, at, bit) => {
      const flipped = Uint8Array.from(body);
      const place = at % body.length;
      flipped[place] = (flipped[place] ?? 0) ^ (1 << bit);
      const signature = sign(body);

      expect(isSigned(flipped, signature, [SECRET])).toBe(false);
      expect(isSigned(body.subarray(0, place), signature, [SECRET])).toBe(false);
      expect(isSigned(Buffer.concat([body, Buffer.from(' ')]), signature, [SECRET])).toBe(false);
    }),
  );
});

test('a signature of which one character is another, or missing, or too many, admits nobody', async () => {
  const body = JSON.stringify(aPayload());
  const whole = sign(body);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.string({ maxLength: 3, unit: 'binary' }),
      async (at, other) => {
        const signature = whole.slice(0, at) + other + whole.slice(at + 1);
        fc.pre(signature !== whole);
        const { receive, told } = aReceiver();
        const answer = await receive(aRequest({ headers: { 'x-hub-signature-256': signature } }));

        expect(answer.statusCode).toBe(401);
        expect(told).toEqual([]);
      },
    ),
  );
});

test('the bytes are those that were sent, as a text or as base64', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (body, base64) => {
      expect(bytesOf(aRequest({ body, base64 })).toString()).toBe(body.toWellFormed());
    }),
  );
});

test('no signed text makes it fail: it is heard, left alone or called unreadable', async () => {
  const text = fc.string({ unit: 'grapheme' });
  const value = fc.anything({ withNullPrototype: false });
  const body = fc.oneof(
    text,
    fc.json(),
    fc
      .record({ issue: value, comment: value, action: value, repository: value })
      .map((one) => JSON.stringify(aPayload(one as never))),
  );
  await fc.assert(
    fc.asyncProperty(body, fc.boolean(), async (given, isForm) => {
      const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
      const answer = await aReceiver().receive(aRequest({ body: given, headers: { 'content-type': type } }));

      expect([200, 202, 400]).toContain(answer.statusCode);
    }),
  );
});

test('whatever Reeve takes for a command wakes it, and nothing else', () => {
  const word = fc.constantFrom(
    '/aws',
    '/AWS',
    ' ',
    '\n',
    '\r\n',
    '\t',
    '\u2003',
    'reply',
    'resolve',
    'x',
    '> ',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => {
      const body = words.join('');
      expect(isCommand(body)).toBe(parseCommand(body) !== undefined);
    }),
    { numRuns: 2000 },
  );
});

test('the case of a marker is the one that it was made for', () => {
  const account = fc.stringMatching(/^\d{12}$/);
  const displayId = fc.stringMatching(/^[\w/:.]{1,100}$/);
  fc.assert(
    fc.property(account, displayId, fc.string(), (id, number, rest) => {
      const one = { account: id, displayId: number };
      expect(caseOfMarker(`${caseMarker(one)}\n${rest}`)).toEqual(one);
    }),
  );
});
