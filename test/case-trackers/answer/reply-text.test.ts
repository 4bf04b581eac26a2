import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Misuse } from '#lambdas/case-trackers/answer/parse-command.ts';
import { commentOf, isPostedBy, postedBy, replyText } from '#lambdas/case-trackers/answer/reply-text.ts';

const SOURCE = { tracker: 'ops', author: 'hanako', comment: '3141592653' };

test('a reply says who posted it, and through what', () => {
  expect(replyText('It fails.', SOURCE)).toBe('It fails.\n\nPosted by hanako via ops, comment 3141592653');
});

test('the message as a whole has 8000 characters at most, and a longer one is told both numbers', () => {
  const most = 8000 - `\n\n${postedBy(SOURCE)}`.length;

  expect(replyText('x'.repeat(most), SOURCE)).toHaveLength(8000);
  const { misuse } = replyText('x'.repeat(most + 1), SOURCE) as Misuse;
  expect(misuse).toContain(`${most + 1} characters`);
  expect(misuse).toContain(`${most} are the most`);
});

test('a message is known again by its last line alone, whatever AWS took out of it', () => {
  const sent = replyText('The card is 4111111111111111', SOURCE) as string;

  expect(isPostedBy(`The card is [REDACTED_BY_AWS]\r\n\r\n${postedBy(SOURCE)} \n`, SOURCE)).toBe(true);
  expect(isPostedBy(`${sent}\nand more`, SOURCE)).toBe(false);
  expect(isPostedBy(sent, { ...SOURCE, comment: '314159265' })).toBe(false);
  expect(commentOf(sent, 'ops')).toBe(SOURCE.comment);
  expect(commentOf(sent, 'other')).toBeUndefined();
});

test('no text can take the line of another command', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (text, other) => {
      const forged = `${text}\n${postedBy({ ...SOURCE, comment: String(other) })}`;
      expect(commentOf(replyText(forged, SOURCE) as string, 'ops')).toBe(SOURCE.comment);
    }),
  );
});

test('a name of several words is one word there', () => {
  const source = { tracker: 'ops\nteam', author: 'Hanako\nPosted by x', comment: '1' };
  expect(postedBy(source)).toBe('Posted by Hanako_Posted_by_x via ops_team, comment 1');
  expect(commentOf(postedBy(source), source.tracker)).toBe('1');
});
