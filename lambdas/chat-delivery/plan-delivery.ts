import { type CardStatus, severityOf, statusOf } from '#lambdas/chat-delivery/card.ts';
import type { Head, Receipt, View } from '#lambdas/contracts/ledger.ts';
import { SEVERITIES, type Severity } from '#lambdas/contracts/observation.ts';

/** How long to wait between edits: the first comes at once, all after the last wait an hour. */
const EDIT_WAITS_SECONDS = [0, 30, 120, 600, 3600];
/** After so many edits without a quiet hour the source flaps: then even a worse status waits, but not an hour. */
const FLAPPING_EDITS = 10;
const FLAPPING_WAIT_SECONDS = 600;

export type Plan =
  | { kind: 'nothing' }
  | { kind: 'wait'; until: Date }
  | { kind: 'post' }
  | { kind: 'update' };

/** Whether a channel is told now, later or not at all. A changed status or a worse severity does not wait. */
export function planDelivery(head: Head, view: View, receipt: Receipt | undefined, now: Date): Plan {
  if (!receipt) return { kind: 'post' };
  if (receipt.revision >= head.revision) return { kind: 'nothing' };
  const risen = hasRisen(receipt, statusOf(head, view, now), severityOf(view) ?? head.content.severity);
  const seconds = risen ? risenWaitSeconds(receipt.edits) : waitSeconds(receipt.edits);
  const until = new Date(Date.parse(receipt.deliveredAt) + seconds * 1000);
  return until.getTime() <= now.getTime() ? { kind: 'update' } : { kind: 'wait', until };
}

/** The number of edits after one more; an hour without one, and none owed, starts the cadence anew. */
export function nextEdits(receipt: Receipt, now: Date): number {
  const sinceLast = now.getTime() - Date.parse(receipt.deliveredAt);
  const quiet = receipt.owedAt === undefined && sinceLast > waitSeconds(Infinity) * 1000;
  return quiet ? 1 : receipt.edits + 1;
}

function hasRisen(receipt: Receipt, status: CardStatus, severity: Severity): boolean {
  const statusChanged = (status === 'resolved') !== (receipt.status === 'resolved');
  return statusChanged || SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(receipt.severity);
}

function waitSeconds(edits: number): number {
  return EDIT_WAITS_SECONDS[Math.min(edits, EDIT_WAITS_SECONDS.length - 1)] ?? 0;
}

function risenWaitSeconds(edits: number): number {
  return edits < FLAPPING_EDITS ? 0 : FLAPPING_WAIT_SECONDS;
}
