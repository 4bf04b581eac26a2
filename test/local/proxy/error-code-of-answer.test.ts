import { expect, test } from 'vitest';
import { errorCodeOfAnswer } from '#local/proxy/error-code-of-answer.ts';

const failed = { status: 400, headers: {}, body: '' };

test.each([
  ['JSON', { ...failed, body: '{"__type":"com.amazonaws.x#ThrottlingException"}' }, 'ThrottlingException'],
  ['XML', { ...failed, body: Buffer.from('<Error><Code>NoSuchKey</Code></Error>') }, 'NoSuchKey'],
  ['a header', { ...failed, headers: { 'x-amzn-errortype': 'NotFound:http://internal/' } }, 'NotFound'],
  ['nothing', failed, undefined],
  ['a success', { ...failed, status: 200, body: '{"code":"no error"}' }, undefined],
])('reads the exception from %s', (_, answer, code) => {
  expect(errorCodeOfAnswer(answer)).toBe(code);
});
