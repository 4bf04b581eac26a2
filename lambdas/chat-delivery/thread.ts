import type { Card } from '#lambdas/chat-delivery/card.ts';
import type { Thread } from '#lambdas/chat-delivery/chat-channel.ts';
import { resourcesShown } from '#lambdas/chat-delivery/resources-shown.ts';
import type { Head, Receipt, SampledResource } from '#lambdas/contracts/ledger.ts';
import { SEVERITIES } from '#lambdas/contracts/observation.ts';

/** The names of all resources, where the message itself has no room for them; not before all pages are there. */
export async function resourceThread(
  card: Card,
  listResources: () => Promise<SampledResource[]>,
): Promise<Thread> {
  const none = { lines: [], more: 0 };
  if (card.pages || card.resourceCount <= resourcesShown(card).length) return none;
  const resources = await listResources();
  if (resources.length === 0) return none;
  const several = card.accountCount > 1;
  const lines = resources.map(({ id, status, account }) =>
    [id, status?.toLowerCase(), several ? account : undefined].filter(Boolean).join(' · '),
  );
  return { lines: ['All resources:', ...lines], more: Math.max(0, card.resourceCount - lines.length) };
}

/** Since the last delivery: what turned for the better or worse, and the entries of the history. */
export function newsThread(card: Card, head: Head, receipt: Receipt): Thread {
  const entries = head.entries.filter(({ revision }) => revision > receipt.revision);
  const isUrgent = entries.some(({ kind }) => kind === 'reminder');
  const lines = entries.map(({ kind, text }) => (kind === 'reminder' ? `${text}${pendingOf(card)}` : text));
  return { lines: [...turns(card, receipt), ...lines], more: 0, ...(isUrgent ? { isUrgent } : {}) };
}

function pendingOf({ pending }: Card): string {
  return pending ? ` ${pending.count} of ${pending.total} resources are still open.` : '';
}

function turns(card: Card, receipt: Receipt): string[] {
  const resolved = card.status === 'resolved';
  if (resolved !== (receipt.status === 'resolved')) return [resolved ? 'Resolved.' : 'Open again.'];
  const worse = SEVERITIES.indexOf(card.severity) < SEVERITIES.indexOf(receipt.severity);
  return worse ? [`Severity rose from ${receipt.severity} to ${card.severity}.`] : [];
}
