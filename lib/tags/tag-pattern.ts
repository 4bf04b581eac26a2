/** What regular expressions of AWS Config's rules (Rust) and of JavaScript mean alike, and what they do not. */
const NOT_ALIKE: [RegExp, string][] = [
  [
    /\\[dDwWsSbB]/,
    String.raw`must not use \d, \w, \s or \b, which mean more letters to AWS Config: write [0-9], [A-Za-z0-9_] or a space`,
  ],
  [/\\[0-9kpPuxcQEAzZG]/, 'must not use back references, \\p, \\u or \\x: write the letters themselves'],
  [/\(\?(?!:)/, 'must not use groups that begin with (?, but for (?:'],
  [/&&|--|~~|\[\[|\[:/, 'must not use set operations within brackets'],
  [/[*+?}]\+/, 'must not use possessive quantifiers'],
  [/^\^|\$$/, 'must not begin with ^ or end with $: it holds for the whole value anyway'],
  [/[\^$](?![^[]*\])/, 'must not use ^ or $ outside brackets: it holds for the whole value anyway'],
];

/** What is wrong with the pattern of a tag's value; undefined: nothing. */
export function patternIssue(pattern: string): string | undefined {
  const found = NOT_ALIKE.find(([form]) => form.test(pattern));
  if (found) return found[1];
  try {
    new RegExp(`^(?:${pattern})$`, 'su');
    return undefined;
  } catch {
    return 'must be a regular expression such as CC-[0-9]{4}';
  }
}
