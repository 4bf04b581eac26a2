import type { FileTrouble } from '#lambdas/case-trackers/attach/file-trouble.ts';

/** How a command ended. `sent`, `resolved`, `was-resolved`: AWS has it; `unknown`: it may. `withdrawn`: its comment is gone. */
export type Outcome =
  | FileTrouble
  | 'sent'
  | 'resolved'
  | 'was-resolved'
  | 'misused'
  | 'not-allowed'
  | 'too-many'
  | 'secret'
  | 'edited'
  | 'withdrawn'
  | 'no-case'
  | 'no-plan'
  | 'no-role'
  | 'not-taken'
  | 'gave-up'
  | 'unknown';

/** A command of a comment, written down before anything is done. It holds no text of it. Times are ISO 8601. */
export type AnswerRow = {
  account: string;
  tracker: string;
  displayId: string;
  /** Id of the comment, and who wrote it: the last line of the message is made of them. */
  comment: string;
  author: string;
  word: 'reply' | 'attach' | 'resolve' | 'none';
  /** Of the message; absent where none is to be sent. */
  hash?: string | undefined;
  at: string;
  /** When it was last begun: until the lease is over nobody else begins. */
  triedAt?: string | undefined;
  /** AWS was asked to do it, whether or not it answered: it is looked for before it is asked again. */
  asked?: true | undefined;
  /** Absent: it is still to be done. */
  outcome?: Outcome | undefined;
  /** What the answer says besides: AWS's word for the status, the kinds of secrets, how to write it. */
  detail?: string | undefined;
  /** The file that was in the way, from 1. */
  file?: number | undefined;
  /** When the answer was begun to be written, and its id when it was. */
  tellingAt?: string | undefined;
  answer?: string | undefined;
  /** Nobody is told: too many were. */
  isSilent?: true | undefined;
  version: number;
};

const PREFIX = 'answer#';

/** All rows of a case in one tracker begin so; partition key is the account. */
export function answerRowsOf(tracker: string, displayId: string): string {
  return `${PREFIX}${tracker}#${displayId}#`;
}

export function answerRowOf({ tracker, displayId, comment }: AnswerRow): string {
  return `${answerRowsOf(tracker, displayId)}${comment}`;
}

/** Up to when comments of a case were heeded. */
export function heededRowOf(tracker: string, displayId: string): string {
  return `heeded#${tracker}#${displayId}`;
}

const HAS_TEXT = new Set<Outcome | undefined>([undefined, 'sent', 'unknown']);

/** Comments whose text AWS has, or may have. */
export function repliesIn(rows: AnswerRow[]): string[] {
  return rows
    .filter(({ word, outcome }) => (word === 'reply' || word === 'attach') && HAS_TEXT.has(outcome))
    .map(({ comment }) => comment);
}
