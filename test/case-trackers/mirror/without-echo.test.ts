import { expect, test } from 'vitest';
import { postedBy } from '#lambdas/case-trackers/answer/reply-text.ts';
import { withoutEcho } from '#lambdas/case-trackers/mirror/without-echo.ts';
import { aThread, aThreadMessage } from '#test/case-trackers/a-case.ts';

const line = (comment: string, tracker = 'ops') => `x\n\n${postedBy({ tracker, author: 'hanako', comment })}`;
const thread = aThread([
  aThreadMessage('own', line('1')),
  aThreadMessage('forged', line('99')),
  aThreadMessage('of another tracker', line('1', 'audit')),
  aThreadMessage('quoted by AWS', line('1'), { from: 'aws' }),
  aThreadMessage('quoted by us', `They did not see this:\n${line('1')}`),
  aThreadMessage('console', 'Posted in the console'),
]);
const keys = async (sent: string[]) =>
  (await withoutEcho(thread, 'ops', async () => sent)).messages.map(({ key }) => key);

test('what came from the tracker is left out by the id of its comment (fernweh58/aws-support-case-bot)', async () => {
  expect(await keys(['1', '2'])).toEqual([
    'forged',
    'of another tracker',
    'quoted by AWS',
    'quoted by us',
    'console',
  ]);
});

test('a line alone hides nothing', async () => {
  expect(await keys([])).toHaveLength(6);
});

test('nobody is asked where no message says so', async () => {
  const plain = aThread([aThreadMessage('a', 'Hello')]);
  const asked = async () => {
    throw new Error('asked');
  };
  expect(await withoutEcho(plain, 'ops', asked)).toBe(plain);
});
