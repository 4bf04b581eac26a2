/** Half characters, breaks and control characters; signs that nobody sees or that turn the order of letters round. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Words of strangers within a line of ours: on one line, as they read, cut between characters as people see them. */
export function plainText(text: string, length: number): string {
  const line = text.toWellFormed().replaceAll(UNSEEN, ' ').replaceAll(/\s+/g, ' ').trim();
  return line.length > length ? `${firstCharacters(line, length - 1).trimEnd()}…` : line;
}

/** A character may be an emoji of eleven code units. One that is longer than all the room is cut all the same. */
function firstCharacters(line: string, length: number): string {
  let end = 0;
  for (const { index, segment } of characters.segment(line.slice(0, length + 100).toWellFormed())) {
    if (index + segment.length > length) break;
    end = index + segment.length;
  }
  return end > 0 ? line.slice(0, end) : line.slice(0, length).toWellFormed();
}
