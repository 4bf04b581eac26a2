import type { RichTextBlock, RichTextSection } from '@slack/types';
import type { Card } from '#lambdas/chat-delivery/card.ts';
import { cutText } from '#lambdas/chat-delivery/cut-text.ts';
import { ID_LIMIT, RESOURCE_URL_LIMIT, resourcesShown } from '#lambdas/chat-delivery/resources-shown.ts';
import { isLinkable } from '#lambdas/chat-delivery/slack/link.ts';
import type { SampledResource } from '#lambdas/contracts/ledger.ts';

const NOTE = 28;

/** The first resources with their status, as links to them where there are any. */
export function resourceList(card: Card): RichTextBlock[] {
  const shown = resourcesShown(card);
  if (shown.length === 0) return [];
  const more = card.resourceCount - shown.length;
  const items = shown.map((resource) =>
    itemOf(elementOf(resource), ...notesOf(resource, card.accountCount > 1)),
  );
  const rest = more > 0 ? [itemOf({ type: 'text', text: `and ${more} more` })] : [];
  const list = { type: 'rich_text_list' as const, style: 'bullet' as const, elements: [...items, ...rest] };
  return [{ type: 'rich_text', elements: [list] }];
}

function itemOf(...elements: RichTextSection['elements']): RichTextSection {
  return { type: 'rich_text_section', elements };
}

function elementOf({ id, url }: SampledResource): RichTextSection['elements'][number] {
  const text = cutText(nameOf(id) || '(no id)', ID_LIMIT);
  if (url && isLinkable(url, RESOURCE_URL_LIMIT)) return { type: 'link', url, text };
  return { type: 'text', text, style: { code: true } };
}

/** Of an ARN the resource: the account and the Region stand above. */
function nameOf(id: string): string {
  return /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(.+)$/s.exec(id)?.[1] ?? id;
}

function notesOf({ status, account }: SampledResource, several: boolean): RichTextSection['elements'] {
  const notes = [status?.toLowerCase(), several ? account : undefined].filter((note) => note !== undefined);
  return notes.map((note) => ({ type: 'text', text: cutText(` · ${note}`, NOTE) }));
}
