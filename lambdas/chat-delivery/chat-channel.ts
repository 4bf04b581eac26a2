import type { Card } from '#lambdas/chat-delivery/card.ts';
import type { Attachment } from '#lambdas/contracts/observation.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';

export type Style = 'full' | 'short';

/** Lines for the thread of an alert, and how many more there would be. `isUrgent`: for the whole channel to see. */
export type Thread = { lines: string[]; more: number; isUrgent?: boolean };

/** A picture with its bytes: a PNG. */
export type Picture = Pick<Attachment, 'title' | 'alt'> & { bytes: Uint8Array };

/**
 * One destination. It throws RetryLaterError, PermanentError, TooLargeError where a shorter text may pass,
 * or MessageGoneError where a message has to be posted anew.
 */
export type ChatChannel = {
  /** The message as it will be sent; an equal one need not be sent again. */
  render: (card: Card, style: Style) => string;
  /** `id` is the same for each attempt at one delivery; the product's reference of the message comes back. */
  post: (message: string, id: string) => Promise<string>;
  /** The same in the thread of another message; `isBelow`: it stands there. Absent: the product has no threads. */
  postInThread?: (
    reference: string,
    message: string,
    id: string,
  ) => Promise<{ reference: string; isBelow: boolean }>;
  /** Absent: the product cannot edit. The reference changes where a successor had to be posted. */
  edit?: (reference: string, message: string) => Promise<string>;
  /** What makes an update worth a message of its own, where nothing can be edited; else all that is rendered. */
  gist?: (card: Card) => string;
  /** Where nothing can be edited: a message that tells what is new and points at the first one. */
  followUp?: (card: Card, lines: string[], lastToldAt: string) => string;
  /** A reply in the thread of a message. */
  reply?: (reference: string, card: Card, thread: Thread) => Promise<void>;
  /** A picture in the thread of a message. Absent: the product takes none, and the links lead to it. */
  attach?: (reference: string, picture: Picture) => Promise<void>;
  /** Marks a message as done, or as not done. A decoration, which never fails a delivery. */
  markResolved?: (reference: string, resolved: boolean) => Promise<void>;
};

/** The product says that the message is too large or malformed; it may pass when shortened. */
export class TooLargeError extends PermanentError {
  override name = 'TooLargeError';
}

/** People deleted the message. */
export class MessageGoneError extends PermanentError {
  override name = 'MessageGoneError';
}
