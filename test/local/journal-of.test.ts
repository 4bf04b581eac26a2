import { expect, test } from 'vitest';
import { Journal } from '#local/journal.ts';
import { journalOf } from '#local/journal-of.ts';
import { anAwsCall } from '#test/local/proxy/an-aws-call.ts';

test.each([
  ['a file that is not there yet', 404, '<Code>NoSuchKey</Code>', undefined],
  ['a bucket that is not there', 404, '<Code>NoSuchBucket</Code>', true],
  ['a refusal', 403, '<Code>AccessDenied</Code>', true],
  ['a file', 200, 'a,b', undefined],
])('a call that is answered by %s failed: %4$s', (_, status, body, failed) => {
  const journal = new Journal();
  const call = anAwsCall({ service: 's3', operation: 'GetObject', path: '/reports/a.csv' });
  journalOf(journal).call(call, { function: 'costs', sandbox: '1' }, { status, headers: {}, body }, 1);
  expect(journal.steps).toMatchObject([{ text: `costs s3:GetObject reports/a.csv ${status}` }]);
  expect(journal.steps[0]?.failed).toBe(failed);
});
