import type { Author, CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { type TrackerState, trackerStateOf } from '#lambdas/contracts/support/tracker-state.ts';

export type MessageView = {
  key: string;
  /** ISO 8601. */
  at: string;
  from: Author;
  /** Absent: only that it was written is told. */
  text?: { author: string; body: string; files: string[]; isEdited: boolean };
};

/** What of a case may be told to a tracker. */
export type CaseView = {
  account: string;
  accountName: string;
  displayId: string;
  /** AWS's own word. */
  status: string;
  state: TrackerState;
  /** Its page in the console. */
  url: string;
  /** Absent of a withheld case, of which this is all. */
  facts?: { service: string; category: string; severity: string; createdAt: string };
  /** Redacted; absent where texts are not told. */
  subject?: string;
  messages: MessageView[];
};

type Around = { accountName: string; url: string; text: 'full' | 'link' };

/** A case as a tracker may see it. `thread`: redacted; not needed of a withheld case. */
export function caseView(
  row: CaseRow,
  thread: CaseThread | undefined,
  { accountName, url, text }: Around,
): CaseView {
  const { account, displayId, status, service, category, severity, createdAt } = row;
  const least = { account, accountName, displayId, status, state: trackerStateOf(status), url, messages: [] };
  // Either may know first that it is withheld.
  if (row.withheld || thread?.redaction?.withheld || !thread?.redaction) return least;
  const isFull = text === 'full';
  return {
    ...least,
    facts: { service, category, severity, createdAt },
    ...(isFull ? { subject: row.subject } : {}),
    messages: thread.messages.map((message) => ({
      key: message.key,
      at: message.at,
      from: message.from,
      ...(isFull ? { text: textOf(message) } : {}),
    })),
  };
}

function textOf({ author, body, attachments, editedAt }: CaseThread['messages'][number]) {
  const files = attachments.map(({ fileName }) => fileName);
  return { author, body, files, isEdited: editedAt !== undefined };
}
