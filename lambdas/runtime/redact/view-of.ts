import { MARK } from '#lambdas/runtime/redact/detector.ts';

/** A text as detectors read it; `starts[i]` is where its character `i` begins in the text itself. */
export type View = { text: string; starts: number[] };

/** Marks of ours and of AWS: they stay as they are. */
const MARKS = String.raw`\[REDACTED_BY_[\w .:-]{0,80}\]?|\[REDACTED: [\w .-]{1,60}\]|\[(?:E-MAIL|IP|ACCOUNT|ARN) \d{1,9}\]`;
const ENTITIES = String.raw`&(?:quot|apos|amp|lt|gt|nbsp|#\d{1,6}|#[xX][\dA-Fa-f]{1,5});`;
/** Of one character each, as in JSON and in addresses. */
const UNICODE = String.raw`\\u00[0-7][\dA-Fa-f]|%[2-7][\dA-Fa-f]`;
/** Zero-width characters, and backslashes that only escape what follows. */
const DROPPED = String.raw`[\u200B-\u200D\u2060\uFEFF\u00AD]|\\(?=["'/_*=~.\-&#])`;
const SPECIAL = new RegExp(`(${MARKS})|(${ENTITIES})|(${UNICODE})|(${DROPPED})|([^\\x00-\\x7f])`, 'g');
const NAMED: Record<string, string> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>', nbsp: ' ' };

/** The text with fullwidth letters as plain ones, entities and escapes resolved, and one character for each mark. */
export function viewOf(text: string): View {
  const parts: string[] = [];
  const starts: number[] = [];
  let from = 0;
  const plain = (to: number) => {
    parts.push(text.slice(from, to));
    for (let at = from; at < to; at += 1) starts.push(at);
  };
  for (const match of text.matchAll(SPECIAL)) {
    plain(match.index);
    from = match.index + match[0].length;
    const [all, mark, entity, unicode, dropped] = match;
    if (dropped !== undefined) continue;
    parts.push(mark ? MARK : entity ? entityOf(entity) : unicode ? hexOf(unicode.slice(-2)) : narrow(all));
    starts.push(match.index);
  }
  plain(text.length);
  starts.push(text.length);
  return { text: parts.join(''), starts };
}

const LINE_BREAK_IN_TOKEN =
  /(?<=[\w+/=.-]{12})[ \t]{0,8}(?:\r?\n|<br ?\/?>)[ \t]{0,8}(?:[>|#*+-][ \t]{1,4})?(?=[\w+/=.-]{0,80}?[\d+/=])(?![A-Za-z_][\w.-]{0,60}(?::|=[^=\s]))/g;

/** The view without the line breaks inside of what may be one long word. */
export function joinedView({ text, starts }: View): View {
  const parts: string[] = [];
  const kept: number[] = [];
  let from = 0;
  const keep = (to: number) => {
    parts.push(text.slice(from, to));
    for (let at = from; at < to; at += 1) kept.push(starts[at] ?? 0);
  };
  for (const { index, 0: gap } of text.matchAll(LINE_BREAK_IN_TOKEN)) {
    keep(index);
    from = index + gap.length;
  }
  keep(text.length);
  kept.push(starts.at(-1) ?? 0);
  return { text: parts.join(''), starts: kept };
}

function entityOf(entity: string): string {
  const name = entity.slice(1, -1);
  if (!name.startsWith('#')) return NAMED[name] ?? ' ';
  return hexOf(/^#x/i.test(name) ? name.slice(2) : Number(name.slice(1)).toString(16));
}

/** Anything but one plain character would move the places of the others. */
function hexOf(digits: string): string {
  const code = Number.parseInt(digits, 16);
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : ' ';
}

function narrow(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (/[\u201C\u201D]/.test(character)) return '"';
  if (/[\u2018\u2019]/.test(character)) return "'";
  if (/[\u2010-\u2015\u2212]/.test(character)) return '-';
  if (character === MARK) return ' ';
  return /\s/.test(character) ? ' ' : character;
}
