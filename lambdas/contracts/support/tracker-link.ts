import type { TrackerState } from '#lambdas/contracts/support/tracker-state.ts';

/** The row of a case in one tracker; partition key is the account. */
export const LINK_ROW_PREFIX = 'link#';

export function linkRowOf(tracker: string, displayId: string): string {
  return `${LINK_ROW_PREFIX}${tracker}#${displayId}`;
}

/** An item of a tracker. `id`: by which its API knows it. `url`: for people; empty where there is none. */
export type TrackerItem = { id: string; url: string };

/**
 * `hash`: of the text that it should have; empty: nobody knows. `sent`: of each body that may stand there by us. `isRemoved`: we
 * have taken it away, or were about to; what people delete stays deleted.
 */
export type DeliveredNote = { id: string; hash: string; sent: string[]; isRemoved?: true | undefined };

/**
 * What a tracker was told of a case. No row holds a text. `begun`: what was tried last, and whose end is not known: nobody else
 * touches the item meanwhile, and it is looked for before it is tried again.
 */
export type TrackerLink = {
  tracker: string;
  /** Where its items are: those of another place are others, though their numbers are the same. */
  place: string;
  account: string;
  displayId: string;
  begun?: { what: string; at: string; note?: string; hash?: string } | undefined;
  item?: (TrackerItem & { hash: string; sent: string[] }) | undefined;
  /** By the key of the message, with `/2` for its second part. */
  notes: Record<string, DeliveredNote>;
  /** The state that was delivered, and the label that says so. */
  state?: TrackerState | undefined;
  label?: string | undefined;
  /** Labels of states that may be there by us, should a call have ended unheard. */
  labels?: string[] | undefined;
  /** How many states were delivered: a repeated delivery has the same number. */
  states: number;
  /** The news that were delivered: messages and status. */
  news?: string | undefined;
  /** All that was delivered: the same again needs no look. */
  seen?: string | undefined;
  /** Of the case's row: an older one says nothing any more. */
  row?: { version: number; readAt: string } | undefined;
  /** People deleted the item: it stays so. */
  isGone?: true | undefined;
  version: number;
};
