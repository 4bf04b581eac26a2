import type { CaseView, MessageView } from '#lambdas/case-trackers/mirror/case-view.ts';
import { splitText } from '#lambdas/case-trackers/mirror/split-text.ts';
import type { Note, TrackerWords } from '#lambdas/case-trackers/tracker.ts';

/** Receivers need not take more than 20,000 bytes; a code unit may be six of them, three as a rule. */
const LONGEST_PIECE = 3000;
const SCHEMA_VERSION = 1;

type EventName = 'case.opened' | 'case.changed' | 'case.message' | 'case.status';

/** A case as JSON for a receiver of your own. Ids are text: they may have more digits than a number holds. */
export const webhookWords: TrackerWords = {
  item: (view) => ({ title: '', body: eventText('case.opened', view, factsOf(view)), labels: [] }),
  change: (view) => eventText('case.changed', view, factsOf(view)),
  notes: (view) => view.messages.flatMap((message) => notesOf(message, view)),
  withdrawn: (name, { account, displayId }) =>
    toJson({
      schemaVersion: SCHEMA_VERSION,
      event: 'case.message-withdrawn',
      accountId: account,
      displayId,
      message: { key: name },
    }),
  corrected: ({ text }) => text,
  label: () => undefined,
  state: (view) => eventText('case.status', view),
};

/** Status and name of the account are not in what tells of a message: that would be sent again whenever they change. */
function eventText(event: EventName, view: CaseView, more: object = {}): string {
  const { account, accountName, displayId, status, state, url } = view;
  const base = { schemaVersion: SCHEMA_VERSION, event, accountId: account, displayId, url };
  const ofCase = { accountName };
  const ofStatus = { ...ofCase, status, state };
  const known = {
    'case.opened': ofCase,
    'case.changed': ofCase,
    'case.message': {},
    'case.status': ofStatus,
  };
  return toJson({ ...base, ...known[event], ...more });
}

function factsOf({ facts, subject }: CaseView): object {
  if (!facts) return { withheld: true };
  return { ...facts, ...(subject === undefined ? {} : { subject }) };
}

function notesOf({ key, at, from, text }: MessageView, view: CaseView): Note[] {
  if (!text) return [{ name: key, text: eventText('case.message', view, { message: { key, at, from } }) }];
  const { author, body, files, isEdited } = text;
  const pieces = splitText(body, LONGEST_PIECE);
  return pieces.map((piece, index) => {
    const part = pieces.length > 1 ? { part: index + 1, parts: pieces.length } : {};
    const message = { key, at, from, author, body: piece, files, isEdited, ...part };
    const name = index === 0 ? key : `${key}/${index + 1}`;
    return { name, text: eventText('case.message', view, { message }) };
  });
}

/** Half a surrogate pair is no text: strict parsers refuse it. */
function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) =>
    typeof entry === 'string' ? entry.toWellFormed() : entry,
  );
}
