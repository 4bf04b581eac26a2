import { expect, test } from 'vitest';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { errorFields, log } from '#lambdas/runtime/log.ts';
import { logLines } from '#test/runtime/log-lines.ts';

test('a line is one JSON object with its level, its message and its fields', () => {
  const lines = logLines();
  log.info('Parcel sent', { to: 'Ada', note: 'two\nlines' });
  log.warn('Parcel late');
  log.error('Parcel lost', { parcel: 7 });
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { level: 'INFO', message: 'Parcel sent', to: 'Ada', note: 'two\nlines' },
    { level: 'WARN', message: 'Parcel late' },
    { level: 'ERROR', message: 'Parcel lost', parcel: 7 },
  ]);
  expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
});

test('a field cannot pass for the level or the message', () => {
  const lines = logLines();
  log.error('Parcel lost', { level: 'INFO', message: 'all is well' });
  expect(lines).toEqual(['{"level":"ERROR","message":"Parcel lost"}\n']);
});

test('of our own errors the fields are logged, with the name of the cause', () => {
  const cause = new TypeError('https://hooks.example/secret is no address');
  const error = new RetryLaterError('Channel is away', {
    fields: { channel: 'ops' },
    afterSeconds: 3,
    cause,
  });
  expect(errorFields(error)).toEqual({
    channel: 'ops',
    cause: 'TypeError',
    error: 'RetryLaterError',
    reason: 'Channel is away',
  });
});

test('a field of an error cannot pass for its name or its reason', () => {
  const fields = { error: 'none', reason: 'none', cause: 'none' };
  expect(errorFields(new PermanentError('No such channel', { fields, cause: new Error('x') }))).toEqual({
    cause: 'Error',
    error: 'PermanentError',
    reason: 'No such channel',
  });
});

test('of an error that is not ours its properties stay unlogged', () => {
  const error = Object.assign(new Error('No answer'), { request: { authorization: 'Bearer secret' } });
  expect(errorFields(error)).toEqual({ error: 'Error', reason: 'No answer' });
});

test('a parser’s message is not logged, since it quotes the text', () => {
  const parse = () => JSON.parse('xoxb-secret') as unknown;
  let thrown: unknown;
  try {
    parse();
  } catch (error) {
    thrown = error;
  }
  expect(String(thrown)).toContain('xoxb');
  expect(JSON.stringify(errorFields(thrown))).not.toContain('xoxb');
});

test.each(['secret', { token: 'secret' }, undefined, null])('of %j, thrown, nothing is logged', (thrown) => {
  expect(errorFields(thrown)).toEqual({ error: 'not an Error' });
});
