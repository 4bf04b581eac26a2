import { blocksRefusal } from './block-kit-rules.ts';
import { pingsIn } from './pings.ts';
import type { Json } from './schema-rule.ts';
import { SlackError } from './slack-error.ts';

const MAXIMUM_TEXT = 40_000;

export type MessageContent = { text: string; blocks?: unknown[]; pings: string[]; truncated: boolean };

/** The text and blocks of a message as Slack reads them; `blocks` stays undefined if it was left out. */
export function readMessageContent(input: Json): MessageContent {
  if (input.attachments !== undefined) throw new SlackError('invalid_attachments');
  const blocks = readBlocks(input.blocks);
  const text = typeof input.text === 'string' ? input.text : '';
  if (text.trim() === '' && !blocks?.length) throw new SlackError('no_text');
  return {
    text: text.slice(0, MAXIMUM_TEXT),
    blocks,
    pings: pingsIn({ ...input, blocks }),
    truncated: text.length > MAXIMUM_TEXT,
  };
}

function readBlocks(input: unknown): unknown[] | undefined {
  if (input === undefined) return undefined;
  const blocks: unknown = typeof input === 'string' ? parse(input) : input;
  if (!Array.isArray(blocks)) throw new SlackError('invalid_blocks_format');
  const refusal = blocksRefusal(blocks);
  if (refusal) throw new SlackError(refusal.error, refusal.messages);
  return blocks as unknown[];
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new SlackError('invalid_blocks_format');
  }
}
