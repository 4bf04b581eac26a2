/** What Markdown, in any of its kinds, could take for more than text on one line. */
const SIGNS = /[\\`*_[\]<>#&~|!$^=@{}]|:(?=\/\/)|(?<=www)\./gi;

/** A stranger's text within a line: no heading, link, mention, picture or tag is made of it. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .replaceAll(SIGNS, (sign) => `\\${sign}`);
}

/** A text as it was written: a block that nothing in it can end. */
export function fenced(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}text\n${text.replaceAll(/\r\n?/g, '\n')}\n${fence}`;
}
