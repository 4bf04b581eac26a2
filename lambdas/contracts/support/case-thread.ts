import type { Author, WithheldReason } from '#lambdas/contracts/support/case-row.ts';

/** A file of a message. `fileName` is redacted in the redacted store, which holds no files. */
type ThreadAttachment = { id: string; fileName: string };

/**
 * `key`: the same in both stores and at every reading. `bodyHash`: of the body that lies beside it, since the hash of a raw one
 * would let short secrets be tried out.
 */
export type ThreadMessage = {
  key: string;
  at: string;
  from: Author;
  /** As AWS says; redacted in the redacted store. */
  author: string;
  body: string;
  bodyHash: string;
  /** When Reeve saw that AWS had taken something out of it, ISO 8601; what that was is kept nowhere. */
  editedAt?: string;
  attachments: ThreadAttachment[];
};

/**
 * A case with all its messages, oldest first: an object of the raw store, and of the redacted store, where
 * `redaction` says what was taken out by which rules. Of a withheld case the redacted one has no texts.
 */
export type CaseThread = {
  account: string;
  displayId: string;
  caseIds: string[];
  subject: string;
  status: string;
  service: string;
  category: string;
  severity: string;
  language?: string;
  author: string;
  /** E-mail addresses; empty in the redacted store. */
  cc: string[];
  createdAt: string;
  resolvedAt?: string;
  messages: ThreadMessage[];
  redaction?: { version: number; found: Record<string, number>; withheld?: WithheldReason };
};
