/**
 * What to take out of a text, and by which mark. Of a match the group `secret` goes, else all of it. Patterns are global,
 * have the flag `d`, and repeat nothing without a bound inside something repeated: time grows with the text alone.
 * `accept` looks at what a pattern cannot say. `wraps`: it is looked for across line breaks too.
 */
export type Detector = {
  mark: string;
  pattern: RegExp;
  accept?: (secret: string, match: RegExpExecArray) => boolean;
  wraps?: boolean;
};

/** Stands in a view of a text for a mark that is there already: no detector may match it. */
export const MARK = '\uE000';

/** Where something to take out begins and ends in the view. */
export type Hit = { start: number; end: number; mark: string };

/** All that a detector finds in a view. */
export function hitsOf({ mark, pattern, accept }: Detector, view: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of view.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.['secret'] ?? [match.index, match.index + match[0].length];
    const secret = view.slice(start, end);
    if (end > start && !secret.includes(MARK) && (accept?.(secret, match) ?? true))
      hits.push({ start, end, mark });
  }
  return hits;
}
