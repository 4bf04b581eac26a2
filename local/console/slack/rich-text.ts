import type { BlockView } from './block-view.ts';
import { emojiOf } from './emoji.ts';
import { type Inline, linkTo, type Style, textOf } from './inline.ts';
import { arrayOf, type Json, stringOf } from './json.ts';

/** The parts of a `rich_text` block: its text is literal, its styles are data. */
export function richTextViews(block: Json): BlockView[] {
  return arrayOf(block.elements).map(partView);
}

function partView(part: Json): BlockView {
  switch (part.type) {
    case 'rich_text_list': {
      const items = arrayOf(part.elements).map(inlinesOf);
      return { kind: 'list', ordered: part.style === 'ordered', indent: Number(part.indent ?? 0), items };
    }
    case 'rich_text_quote':
      return { kind: 'quote', inlines: inlinesOf(part) };
    case 'rich_text_preformatted':
      return { kind: 'preformatted', inlines: inlinesOf(part) };
    default:
      return { kind: 'text', inlines: inlinesOf(part) };
  }
}

function inlinesOf(part: Json): Inline[] {
  return arrayOf(part.elements).map(inlineOf);
}

function inlineOf(element: Json): Inline {
  const style = element.style as Style | undefined;
  switch (element.type) {
    case 'link':
      return linkTo(element.url, stringOf(element.text, element.url), style);
    case 'date': {
      const { timestamp, format, fallback } = element;
      return {
        kind: 'date',
        at: Number(timestamp),
        format: stringOf(format),
        fallback: stringOf(fallback),
      };
    }
    case 'emoji':
      return textOf(emojiOf(stringOf(element.name)), style);
    case 'broadcast':
      return { kind: 'mention', text: `@${stringOf(element.range)}`, style };
    case 'user':
    case 'usergroup':
    case 'channel':
    case 'team': {
      const id = stringOf(element.user_id, element.usergroup_id, element.channel_id, element.team_id);
      return { kind: 'mention', text: `@${id}`, style };
    }
    default:
      return textOf(stringOf(element.text, element.value), style);
  }
}
