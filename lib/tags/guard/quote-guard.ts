const SPECIAL = /[\\^$.*+?()[\]{}|/-]/u;

/**
 * A text as a literal of Guard that equals this text alone. It has no way to write a quote within the same quotes,
 * nor a backslash before the closing one; and CloudFormation makes question marks of what is not ASCII. What the
 * quotes cannot hold is written as a regular expression.
 */
export function quoteGuard(text: string): string {
  const isPlain = /^[ -~]*$/.test(text) && !text.endsWith('\\');
  if (isPlain && !text.includes("'")) return `'${text}'`;
  if (isPlain && !text.includes('"')) return `"${text}"`;
  return `/^${text.replaceAll(/./gsu, escaped)}$/`;
}

/** The pattern of a tag's value as a regular expression of Guard, for the whole value: Guard's own look for a part. */
export function quotePattern(pattern: string): string {
  const parts = pattern.match(/\\?./gsu) ?? [];
  return `/^(?s:${parts.map((part) => (part.endsWith('/') ? String.raw`\/` : inAscii(part))).join('')})$/`;
}

function escaped(letter: string): string {
  return SPECIAL.test(letter) ? `\\${letter}` : inAscii(letter);
}

function inAscii(part: string): string {
  return /^[ -~]*$/.test(part) ? part : `\\x{${(part.codePointAt(0) ?? 0).toString(16)}}`;
}
