import { withEmoji } from './emoji.ts';
import { type Inline, linkTo, type Style, textOf } from './inline.ts';

/**
 * What means something in Slack's own markup, the first match wins. Markers of style stand at the edges of
 * words and within one line. https://docs.slack.dev/messaging/formatting-message-text
 */
const MARKUP = new RegExp(
  [
    /```(?<block>[\s\S]+?)```/,
    /`(?<code>[^`\n]+)`/,
    /<(?<angle>[^<>\n]+)>/,
    /(?<![\w*])\*(?<bold>\S|\S[^*\n]*\S)\*(?![\w*])/,
    /(?<![\w])_(?<italic>\S|\S[^_\n]*\S)_(?![\w])/,
    /(?<![\w~])~(?<strike>\S|\S[^~\n]*\S)~(?![\w~])/,
    /(?<bare>https?:\/\/[^\s<>|]+)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** Slack's markup as runs of text: styles, links, mentions and dates. */
export function parseMrkdwn(text: string, style: Style = {}): Inline[] {
  const inlines: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKUP)) {
    inlines.push(...plain(text.slice(end, match.index), style));
    inlines.push(...marked(match.groups ?? {}, style));
    end = match.index + match[0].length;
  }
  return [...inlines, ...plain(text.slice(end), style)];
}

function marked(groups: Record<string, string | undefined>, style: Style): Inline[] {
  const { block, code, angle, bold, italic, strike, bare } = groups;
  if (angle !== undefined) return [inAngles(angle, style)];
  if (bare !== undefined) return [linkTo(decoded(bare), decoded(bare), style)];
  const literal = block ?? code;
  if (literal !== undefined) return [textOf(decoded(literal), { ...style, code: true })];
  if (bold !== undefined) return parseMrkdwn(bold, { ...style, bold: true });
  if (italic !== undefined) return parseMrkdwn(italic, { ...style, italic: true });
  return parseMrkdwn(strike ?? '', { ...style, strike: true });
}

function inAngles(content: string, style: Style): Inline {
  const [target = '', label] = content.split(/\|(.*)/s);
  const date = /^!date\^(?<at>-?\d+)\^(?<format>[^^]+)/.exec(target)?.groups;
  if (date) {
    return { kind: 'date', at: Number(date.at), format: date.format ?? '', fallback: decoded(label ?? '') };
  }
  if (/^[!@#]/.test(target)) return { kind: 'mention', text: mentionOf(target, label), style };
  return linkTo(decoded(target), decoded(label || target), style);
}

function mentionOf(target: string, label?: string): string {
  if (label) return label.startsWith('@') || label.startsWith('#') ? label : `@${label}`;
  return target.startsWith('#') ? target : `@${target.slice(1)}`;
}

function plain(text: string, style: Style): Inline[] {
  return text === '' ? [] : [textOf(withEmoji(decoded(text)), style)];
}

/** Slack knows these three entities and no other. */
function decoded(text: string): string {
  const characters: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
  return text.replaceAll(/&(?:amp|lt|gt);/g, (entity) => characters[entity] ?? entity);
}
