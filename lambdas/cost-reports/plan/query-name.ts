import { createHash } from 'node:crypto';

const LONGEST = 40;

/** A name for keys of files, with any text of people in it: `tag-team-monthly`. Two texts never share one. */
export function queryName(before: string, text: string, after = ''): string {
  const plain = text.replaceAll(/[^A-Za-z0-9.]+/g, '-').slice(0, LONGEST);
  const mark = plain === text ? '' : `-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
  return `${before}-${plain}${mark}${after}`;
}
