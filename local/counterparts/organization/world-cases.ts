/** A file of a message. Without `data`, base64, it holds its name over and over, `bytes` in all. */
export type WorldAttachment = { id: string; fileName: string; bytes: number; data?: string };

/** A message of a case. Times are milliseconds since 1970. */
export type WorldCommunication = {
  /** As events name it; the API does not. */
  id: string;
  at: number;
  submittedBy: string;
  body: string;
  attachments: WorldAttachment[];
};

/** A case of AWS Support. */
export type WorldCase = {
  account: string;
  displayId: string;
  /** AWS knows a case by one id or several; lists show the first. */
  caseIds: string[];
  subject: string;
  serviceCode: string;
  categoryCode: string;
  severityCode: string;
  issueType: 'technical' | 'customer-service';
  language: string;
  submittedBy: string;
  cc: string[];
  createdAt: number;
  /** Its statuses, in AWS's words, from the first on. */
  history: { at: number; status: string }[];
  /** Oldest first; the first is what the case was opened with. */
  communications: WorldCommunication[];
};

/** A request of AWS's staff to see data of an account, on one of its cases. */
export type WorldPermitRequest = {
  arn: string;
  account: string;
  region: string;
  displayId: string;
  status: 'PENDING' | 'ACCEPTED' | 'REJECTED' | 'CANCELLED';
  actions: string[];
  createdAt: number;
  updatedAt: number;
};

/** Files that wait for a message to go with. */
export type WorldAttachmentSet = { account: string; expiresAt: number; attachments: WorldAttachment[] };

/** A large file on its way. `parts`: by index, from 1. */
export type WorldUpload = {
  account: string;
  fileName: string;
  bytes: number;
  parts: Record<number, { data: string; eTag: string }>;
  /** When it was said to be whole. */
  completedAt?: number;
  /** It was not. */
  hasFailed?: boolean;
};

/** How AWS Support behaves where its documentation leaves it open, and what goes wrong. */
export type SupportHabits = {
  /** Reads show nothing that happened within the last so many milliseconds. */
  readLagMs: number;
  /** Entries of a page at most, whatever a caller asks for. */
  pageSize: number;
  /** Before each page comes an empty one with a token. */
  emptyPages: boolean;
  /** Regions in which the service answers with an internal error. */
  brokenRegions: string[];
  /** What times in a question are about. */
  timesAreOf: 'cases' | 'communications';
  /** A case that is asked for by its display id is found though it is resolved, asked for or not. */
  displayIdFindsResolved: boolean;
  /** A display id that AWS does not know or knows no more: nothing, or an error. */
  unknownDisplayId: 'empty' | 'refused';
  /** Lists show a case once for each of its ids. */
  aliasesListed: boolean;
  /** A reply to a resolved case reopens it; else it stays resolved. */
  repliesReopen: boolean;
  /** How long links to attachments last. */
  linkMs: number;
};

/** AWS Support, of all accounts: plain data, which tests and stories change. */
export type WorldSupport = {
  cases: WorldCase[];
  permitRequests: WorldPermitRequest[];
  attachmentSets: Record<string, WorldAttachmentSet>;
  uploads: Record<string, WorldUpload>;
  habits: SupportHabits;
};

export const USUAL_HABITS: SupportHabits = {
  readLagMs: 0,
  pageSize: 100,
  emptyPages: false,
  brokenRegions: [],
  timesAreOf: 'cases',
  displayIdFindsResolved: false,
  unknownDisplayId: 'empty',
  aliasesListed: false,
  repliesReopen: true,
  linkMs: 60 * 60_000,
};

/** The status of a case, in AWS's word. */
export function statusOf({ history }: Pick<WorldCase, 'history'>): string {
  return history.at(-1)?.status ?? 'unassigned';
}
