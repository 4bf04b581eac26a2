import { fileName, uniqueNames } from '#lambdas/case-trackers/attach/file-name.ts';
import type { LinkedFile } from '#lambdas/case-trackers/attach/tracker-files.ts';
import { type GithubPlace, githubFileAt } from '#lambdas/case-trackers/github/file-at.ts';

/** Of the text, where `$` is the end of a line. */
const END = String.raw`$(?![\s\S])`;
/** What GitHub shows as it is, or not at all: links in it lead nowhere. */
const UNLINKED = new RegExp(
  [
    String.raw`^ {0,3}(\`{3,}(?!\`)|~{3,}(?!~))[^\n]*\n[\s\S]*?(?:^ {0,3}\1|${END})`,
    String.raw`(?<!\`)\`+(?:[^\`\n]|\n(?!\n))+\``,
    String.raw`<!--[\s\S]*?(?:-->|${END})`,
  ].join('|'),
  'gm',
);
/** `<img src>`, as GitHub writes for pictures; `[name](url)` and `![name](url)`; and an address by itself. */
const LINK =
  /<img\s[^<>]{0,2000}>|!?\[(?<label>[^[\]\n]*)\]\(\s*<?(?<target>https:\/\/[^\s()<>"]+)>?(?:\s+"[^"\n]*")?\s*\)|(?<bare>https:\/\/[^\s<>()[\]"'`]+)/gi;

/** Files of GitHub that a text links to, each once, and the text with their names in place of the links. */
export function githubFileLinks(text: string, place: GithubPlace): { files: LinkedFile[]; text: string } {
  // As long as the text, so that places in one are places in the other.
  const linked = text.replaceAll(UNLINKED, (part) => '\0'.repeat(part.length));
  const files = new Map<string, LinkedFile>();
  const unique = uniqueNames();
  let words = '';
  let end = 0;
  for (const match of linked.matchAll(LINK)) {
    const { address, label, whole } = linkOf(match);
    const file = githubFileAt(address, place);
    if (!file) continue;
    const key = file.kind === 'content' ? file.paths.join(' ') : file.url;
    const named = () => unique(fileName(file.name ?? (label || 'image')));
    const known = files.get(key) ?? { url: address, name: named() };
    files.set(key, known);
    words += text.slice(end, match.index) + wordsFor(label, known.name);
    end = match.index + whole.length;
  }
  return { files: [...files.values()], text: words + text.slice(end) };
}

function linkOf({ 0: whole, groups = {} }: RegExpExecArray) {
  if (/^<img/i.test(whole)) {
    const attribute = (name: string) =>
      new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(whole)?.slice(1).find(Boolean) ?? '';
    return { address: attribute('src'), label: attribute('alt').trim(), whole };
  }
  const { label = '', target, bare = '' } = groups;
  if (target !== undefined) return { address: target, label: label.trim(), whole };
  // What more likely ends the sentence.
  const address = bare.replace(/[.,;:!?*_~]+$/, '');
  return { address, label: '', whole: address };
}

/** A label that says more than the name stays. */
function wordsFor(label: string, name: string): string {
  const stem = name.replace(/(?:-\d+)?(?:\.[A-Za-z0-9]+)?$/, '');
  return ['', name, stem].includes(label) ? name : `${label} (${name})`;
}
