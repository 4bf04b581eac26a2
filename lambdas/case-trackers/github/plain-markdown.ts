/** Between a sign and a word, where nobody sees it: what GitHub would link is a text again. */
const JOINER = '\u2060';

/** Control characters but tab and line feed; signs that nobody sees or that turn the order of letters round. */
const UNSEEN = /[\p{Cc}\u061C\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;
/** What GitHub links by itself, up to a sign that more likely ends a sentence; letters of other scripts end it, too. */
const ADDRESS = /(?:(?:https?|ftp):\/\/|www\.)[!-;=?-_a-~]+(?<![.,;:!?'")\]*_~])/gi;
const SPECIAL = /[\\`*_{}[\]()#+\-!|~$=^"']/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Words of strangers as Markdown that shows them as they are: nobody is mentioned, nothing is referred to, no HTML, image
 * or link. Addresses stand in code, where they can be copied.
 * https://github.github.com/gfm/
 */
export function plainMarkdown(text: string): string {
  return seenText(text)
    .split('\n')
    .map((line) => plainLine(line.trimEnd()))
    .join('\n');
}

/** The characters of a text that people see, with line feeds. */
export function seenText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll(UNSEEN, (sign) => (sign === '\n' || sign === '\t' ? sign : ''));
}

function plainLine(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  // Four spaces would be a block of code.
  const begin = indent.replaceAll('\t', '    ').replaceAll(' ', '\u00A0');
  return begin + plainWords(line.slice(indent.length));
}

function plainWords(words: string): string {
  const addresses = [...words.matchAll(ADDRESS)];
  let plain = '';
  let end = 0;
  for (const { 0: address, index } of addresses) {
    plain += `${escaped(words.slice(end, index))}\`${address}\``;
    end = index + address.length;
  }
  return (plain + escaped(words.slice(end))).replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}

function escaped(words: string): string {
  return words
    .replaceAll(SPECIAL, String.raw`\$&`)
    .replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? '')
    .replaceAll(/[@#]/g, `$&${JOINER}`)
    .replaceAll(/\bgh\\-(?=\d)/gi, `$&${JOINER}`);
}
