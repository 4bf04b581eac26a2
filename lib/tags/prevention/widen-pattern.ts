/** What ends the letters that a pattern begins with, and the quantifiers that take the last of them back. */
const LETTERS = /^[A-Za-z0-9 _:/=@-]+/;
const QUANTIFIER = /^[*+?{]/;

/**
 * A value of a tag policy that allows at least what a pattern allows: its first letters and `*`. Undefined where it has
 * none. A tag policy knows one `*` in a value and nothing else.
 */
export function widenPattern(pattern: string): string | undefined {
  if (pattern.includes('|')) return undefined;
  const letters = LETTERS.exec(pattern)?.[0] ?? '';
  const rest = pattern.slice(letters.length);
  if (rest === '') return letters;
  const sure = QUANTIFIER.test(rest) ? letters.slice(0, -1) : letters;
  return sure === '' ? undefined : `${sure}*`;
}
