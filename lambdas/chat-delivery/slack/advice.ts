import type { RichTextBlock } from '@slack/types';
import type { Card } from '#lambdas/chat-delivery/card.ts';
import { cutText } from '#lambdas/chat-delivery/cut-text.ts';

const LABEL = 60;
const FACT = 600;
const COMMAND = 400;
const ADVICE_SHOWN = 4;

/** What to do and what else is known: facts, then commands to run, each under its label. */
export function adviceBlocks({ facts, actions }: Card): RichTextBlock[] {
  const commands = actions.flatMap(({ label, command }) =>
    command ? [{ label, value: command, code: true }] : [],
  );
  return [...facts.map((fact) => ({ ...fact, code: false })), ...commands]
    .filter(({ value }) => value.trim() !== '')
    .slice(0, ADVICE_SHOWN)
    .map(adviceBlock);
}

function adviceBlock({ label, value, code }: { label: string; value: string; code: boolean }): RichTextBlock {
  const heading = { type: 'text' as const, text: `${cutText(label, LABEL)}\n`, style: { bold: true } };
  const text = {
    type: 'text' as const,
    text: cutText(value, code ? COMMAND : FACT),
    ...(code ? { style: { code } } : {}),
  };
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [heading, text] }] };
}
