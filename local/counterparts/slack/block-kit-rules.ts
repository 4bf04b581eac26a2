import { accessory, actionElements, contextElements, formattedText, plainText } from './element-rules.ts';
import { richTextElements } from './rich-text-rules.ts';
import {
  characters,
  every,
  flag,
  isObject,
  list,
  object,
  type Rule,
  satisfying,
  tagged,
  unique,
  url,
} from './schema-rule.ts';

// Slack does not publish the limit: slackapi/bolt-js#2509 found it near 13,200.
const MAXIMUM_CHARACTERS = 13_200;
const UNCOUNTED_KEYS = new Set(['type', 'block_id', 'action_id', 'style']);

const block = (required: Record<string, Rule>, optional: Record<string, Rule> = {}) =>
  object(required, { ...optional, block_id: characters(255) });

const hasTextOrFields: Rule = (value, pointer) =>
  satisfying(
    'must define either `text` or `fields`',
    () => isObject(value) && ('text' in value || 'fields' in value),
  )(value, `${pointer}/type`);

const message = every(
  list(
    tagged({
      actions: block({ elements: actionElements }),
      context: block({ elements: contextElements }),
      divider: block({}),
      header: block({ text: plainText(150) }),
      image: block({ image_url: url(), alt_text: characters(2000) }, { title: plainText(2000) }),
      markdown: block({ text: characters(12_000) }),
      rich_text: block({ elements: richTextElements }),
      section: every(
        block(
          {},
          {
            text: formattedText(3000),
            fields: list(formattedText(2000), { maximum: 10 }),
            accessory,
            expand: flag,
          },
        ),
        hasTextOrFields,
      ),
    }),
    { minimum: 0, maximum: 50 },
  ),
  unique('block_id'),
);

/** What Slack finds wrong with the blocks of a message, each with a JSON pointer; nothing if they are valid. */
export function blockKitErrors(blocks: unknown): string[] {
  return message(blocks, '/blocks');
}

/** The characters that count against a message's size: every string but ids, types and styles. */
export function blockCharacters(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + blockCharacters(entry), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value)
    .filter(([key]) => !UNCOUNTED_KEYS.has(key))
    .reduce((sum, [, entry]) => sum + blockCharacters(entry), 0);
}

export type BlocksRefusal = { error: 'invalid_blocks' | 'msg_blocks_too_long'; messages: string[] };

/** Why Slack would refuse these blocks, or undefined if it takes them. */
export function blocksRefusal(blocks: unknown): BlocksRefusal | undefined {
  const messages = blockKitErrors(blocks);
  if (messages.length > 0) return { error: 'invalid_blocks', messages };
  if (blockCharacters(blocks) > MAXIMUM_CHARACTERS) return { error: 'msg_blocks_too_long', messages: [] };
  return undefined;
}
