import type { CasePermit } from '#lambdas/contracts/support/case-row.ts';

/** A message as AWS shows it; it has no id. */
export type ReadMessage = {
  at: string;
  submittedBy: string;
  body: string;
  attachments: { id: string; fileName: string }[];
};

/** A case as AWS shows it, with its newest messages, newest first. `hasMore`: there are older ones. */
export type ReadCase = {
  caseId: string;
  displayId: string;
  subject: string;
  status: string;
  service: string;
  category: string;
  severity: string;
  submittedBy: string;
  createdAt: string;
  language?: string;
  cc: string[];
  recent: { messages: ReadMessage[]; hasMore: boolean };
};

/** Which cases are asked for: one by its display id, or those created in a span. Resolved ones only where it says so. */
export type CaseQuestion =
  | { displayId: string }
  | { includeResolved: boolean; createdAfter?: string; createdBefore?: string };

export type ReadAttachment = { fileName: string; chunks: AsyncIterable<Uint8Array> };

/** What is asked of AWS Support in one account. */
export type CaseApi = {
  /** Page by page. An empty answer is an answer: a display id may be one that AWS has forgotten. */
  cases: (question: CaseQuestion) => AsyncIterable<ReadCase[]>;
  /** All messages of a case, page by page, newest first. Fails where AWS does not know the case by this id. */
  messages: (caseId: string) => AsyncIterable<ReadMessage[]>;
  /**
   * Requests of AWS's staff to see data that wait for a decision, by the display ids of their cases; none where the service or
   * the right to ask is missing. Fails where AWS could not be asked: nothing follows of that, least of all that there are none.
   */
  permits: () => Promise<Map<string, CasePermit[]>>;
  /** A file of any size. Undefined where AWS has it no more. */
  attachment: (id: string) => Promise<ReadAttachment | undefined>;
};

/** Fails with `NoReaderRoleError` where the account has none. */
export type OpenAccount = (account: string) => Promise<CaseApi>;
