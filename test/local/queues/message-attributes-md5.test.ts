import { expect, test } from 'vitest';
import { md5OfMessageAttributes } from '#local/queues/message-attributes-md5.ts';

const text = (StringValue: string, DataType = 'String') => ({ DataType, StringValue });
const trace = 'traceparent\u001e00-774062d6c37081a5a0b9b5b88e30627c-2d2482211f6489da-01';
const bytes = { DataType: 'Binary', BinaryValue: Buffer.from(trace).toString('base64') };

// Digests that AWS itself returned for these attributes.
test.each([
  ['one string', { Foo: text('Bar') }, 'ae7155c6026991b6d54b11589678bf9c'],
  ['a number', { timestamp: text('1493147359900', 'Number') }, '235c5c510d26fb653d073faed50ae77c'],
  [
    'several, in the order of their names',
    { 'Help.Me': text('Me'), Hello: text('There'), General: text('Kenobi') },
    '4c360f3fdafd970e05fae2f149d997f5',
  ],
  ['bytes', { attr1: bytes }, '8cbe4db156db8a94db8b801b7addb984'],
])('the digest of %s is AWS’s', (_, attributes, digest) => {
  expect(md5OfMessageAttributes(attributes)).toBe(digest);
});

test('there is no digest of nothing', () => {
  expect(md5OfMessageAttributes({})).toBeUndefined();
});
