import { withEmoji } from './emoji.ts';
import { followable, type Inline, textOf } from './inline.ts';
import { arrayOf, type Json, objectOf, stringOf } from './json.ts';
import { parseMrkdwn } from './mrkdwn.ts';
import { richTextViews } from './rich-text.ts';

type Button = { text: string; url?: string; style?: string };

/** A block as the page draws it. */
export type BlockView =
  | { kind: 'header'; text: string }
  | { kind: 'text' | 'quote' | 'preformatted'; inlines: Inline[] }
  | { kind: 'fields'; fields: Inline[][] }
  | { kind: 'list'; ordered: boolean; indent: number; items: Inline[][] }
  | { kind: 'actions'; buttons: Button[] }
  | { kind: 'context'; parts: Inline[][] }
  | { kind: 'image'; text: string; url?: string }
  | { kind: 'divider' }
  | { kind: 'other'; type: string };

/** What Slack would draw for a block, in parts. */
export function blockViews(block: Json): BlockView[] {
  switch (block.type) {
    case 'header':
      return [{ kind: 'header', text: withEmoji(stringOf(objectOf(block.text).text)) }];
    case 'section':
      return sectionViews(block);
    case 'rich_text':
      return richTextViews(block);
    case 'actions':
      return [{ kind: 'actions', buttons: arrayOf(block.elements).map(buttonOf) }];
    case 'context':
      return [{ kind: 'context', parts: arrayOf(block.elements).map(textObject) }];
    case 'image':
      return [{ kind: 'image', text: stringOf(block.alt_text), url: followable(block.image_url) }];
    case 'divider':
      return [{ kind: 'divider' }];
    default:
      return [{ kind: 'other', type: stringOf(block.type) }];
  }
}

function sectionViews({ text, fields, accessory }: Json): BlockView[] {
  const listed = arrayOf(fields).map(textObject);
  return [
    ...(text ? [{ kind: 'text' as const, inlines: textObject(objectOf(text)) }] : []),
    ...(listed.length > 0 ? [{ kind: 'fields' as const, fields: listed }] : []),
    ...(accessory ? [{ kind: 'actions' as const, buttons: [buttonOf(objectOf(accessory))] }] : []),
  ];
}

function textObject({ type, text, emoji, alt_text: alt }: Json): Inline[] {
  if (type === 'mrkdwn') return parseMrkdwn(stringOf(text));
  if (type === 'image') return [textOf(stringOf(alt))];
  return [textOf(emoji === false ? stringOf(text) : withEmoji(stringOf(text)))];
}

function buttonOf({ text, url, style, alt_text: alt }: Json): Button {
  const label = stringOf(objectOf(text).text, alt, 'More');
  return { text: label, url: followable(url), ...(typeof style === 'string' ? { style } : {}) };
}
