import type { TrackerFiles } from '#lambdas/case-trackers/attach/tracker-files.ts';
import type { CaseView } from '#lambdas/case-trackers/mirror/case-view.ts';
import type { TrackerComment } from '#lambdas/contracts/support/tracker-comment.ts';
import type { TrackerItem } from '#lambdas/contracts/support/tracker-link.ts';

/** The texts of an item as they are sent; the body begins with its marker. */
export type ItemText = { title: string; body: string; labels: string[] };

/** A comment as it is sent; it begins with the marker of its name. */
export type Note = { name: string; text: string };

/** What a case looks like in a tracker: pure, and the same for the same case. */
export type TrackerWords = {
  item: (view: CaseView) => ItemText;
  /** What is sent of other facts, where that is a message. */
  change: (view: CaseView) => string;
  /** One or more for each message, in order. */
  notes: (view: CaseView) => Note[];
  /** What is sent of a note whose text is not to be read there any more, where that is a message; else it is removed. */
  withdrawn: (name: string, one: Pick<CaseView, 'account' | 'displayId'>) => string;
  /** A text that could not take the place of the former, since people had changed that. */
  corrected: (note: Note) => string;
  /** The label of the state, where the tracker knows states by labels. */
  label: (view: CaseView) => string | undefined;
  /** What is sent of a new state, where that is a message. */
  state: (view: CaseView) => string;
};

/** `id`: the same for each attempt at one delivery. */
export type Delivery = { id: string; text: string };
export type StateChange = { isClosed?: boolean; addLabel?: string; removeLabels?: string[] };
/** An item as it stands. */
export type SeenItem = TrackerItem & { title: string; body: string; isClosed: boolean; labels: string[] };

/** A comment of any item. `changedAt`: ISO 8601. */
export type ChangedComment = { item: string; body: string; changedAt: string };

/** What a tracker can be asked, and what can be changed there. */
export type TrackerMemory = {
  /** One of ours by its marker, among those that changed since a moment (ISO 8601). */
  findItem: (marker: string, since: string) => Promise<SeenItem | undefined>;
  readItem: (item: TrackerItem) => Promise<SeenItem>;
  editItem: (item: TrackerItem, text: Pick<ItemText, 'title' | 'body'>) => Promise<void>;
  /** Comments of an item that changed since a moment, oldest first, whoever wrote them. */
  comments: (item: TrackerItem, since?: string) => Promise<TrackerComment[]>;
  /** Comments of all items that changed since a moment, by that moment. */
  changedComments: (since: string) => Promise<ChangedComment[]>;
  /** Undefined where somebody deleted it. */
  readComment: (item: TrackerItem, id: string) => Promise<TrackerComment | undefined>;
  /** One of ours, with all that was ever in it; one that is gone is no error. */
  removeComment: (item: TrackerItem, id: string) => Promise<void>;
  /** Whom our comments are by. */
  ownLogin: () => Promise<string>;
  /** Absent: files beside its comments cannot be read. */
  files?: TrackerFiles;
};

/**
 * A place where cases are mirrored. It throws RetryLaterError, where a call may have had its effect too; LimitedError, where
 * the tracker wants to be left alone; ItemGoneError; PermanentError.
 */
export type Tracker = {
  words: TrackerWords;
  openItem: (text: ItemText, delivery: Delivery) => Promise<TrackerItem>;
  /** Its id. */
  addComment: (item: TrackerItem, delivery: Delivery) => Promise<string>;
  setState: (item: TrackerItem, change: StateChange, delivery: Delivery) => Promise<void>;
  /** Absent: it only takes, and knows a repeated delivery by its id. */
  memory?: TrackerMemory;
};
