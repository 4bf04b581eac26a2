import { expect, test } from 'vitest';
import { failedMessageIds } from '#local/queues/batch-response.ts';

const sent = ['a', 'b'];
const failing = (...failures: unknown[]) => ({ batchItemFailures: failures });

test.each([
  ['nothing', undefined, []],
  ['null', null, []],
  ['an empty object', {}, []],
  ['no list', { batchItemFailures: null }, []],
  ['an empty list', failing(), []],
  ['one of its messages', failing({ itemIdentifier: 'b' }), ['b']],
  ['an unknown message', failing({ itemIdentifier: 'c' }), sent],
  ['an empty id', failing({ itemIdentifier: '' }), sent],
  ['an id of null', failing({ itemIdentifier: null }), sent],
  ['a misspelt key', failing({ itemId: 'a' }), sent],
  ['a failure of null', failing(null), sent],
  ['something else than a list', { batchItemFailures: 'a' }, sent],
  ['a string', 'done', sent],
  ['a list', ['a'], sent],
])('an answer with %s fails the right messages', (_, payload, failed) => {
  expect(failedMessageIds(payload, sent)).toEqual(failed);
});
