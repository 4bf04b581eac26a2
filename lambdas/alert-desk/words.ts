import { compareAcrossParts } from '#lambdas/alert-desk/compare-order.ts';
import { contentHash } from '#lambdas/alert-desk/merge-part.ts';
import type { Content, Entry, Head } from '#lambdas/contracts/ledger.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';

const ENTRY_LIMIT = 20;
const ENTRY_LENGTH = 300;
/** A head must stay small whatever a source sends; channels show less than this of each. */
const SUMMARY_LENGTH = 3000;
const FACT_LIMIT = 10;
const LABEL_LIMIT = 20;
const LABEL_VALUES = 5;

/** The words of an observation, cut to what a head can hold. */
export function contentOf(observation: Observation): Content {
  const { kind: _kind, key: _key, part, owner: _owner, entry: _entry, ...all } = observation;
  const { occurrence: _one, holdUntil: _hold, quiet: _quiet, ...words } = all;
  const labels = Object.entries(words.labels)
    .filter(([name]) => !isOfAccount(name))
    .slice(0, LABEL_LIMIT);
  return {
    ...words,
    status: part.status,
    summary: words.summary.slice(0, SUMMARY_LENGTH),
    facts: words.facts
      .slice(0, FACT_LIMIT)
      .map(({ label, value }) => ({ label, value: value.slice(0, 500) })),
    links: words.links.slice(0, FACT_LIMIT),
    labels: Object.fromEntries(labels.map(([name, values]) => [name, values.slice(0, LABEL_VALUES)])),
    orderedBy: part.orderedBy,
    hash: contentHash(observation),
  };
}

/** Whether an observation has newer words than the head knows of parts that stand as it does. */
export function hasNews(head: Head, observation: Observation): boolean {
  return isNews(head, contentOf(observation));
}

/** The head with newer words of open or of resolved parts; what is new of them is a line for the threads. */
export function withWords(head: Head, observation: Observation, now: Date): Head {
  const content = contentOf(observation);
  if (!isNews(head, content)) return head;
  const unspoken = contentsOf(head).find(({ status }) => status !== content.status);
  const { unspoken: _former, ...rest } = head;
  const next = { ...rest, content, ...(unspoken ? { unspoken } : {}) };
  const line = head.revision > 0 ? (observation.entry ?? newLine(content, contentsOf(head))) : undefined;
  return line ? withEntry(next, line, now) : next;
}

/** The head as it speaks: as long as a part is open by the newest open one, then by the newest of all. */
export function speaking(head: Head, isOpen: boolean): Head {
  const { unspoken, content } = head;
  if (!unspoken) return head;
  const speaks = isOpen ? unspoken.status === 'open' : compareAcrossParts(unspoken, content) > 0;
  return speaks ? { ...head, content: unspoken, unspoken: content } : head;
}

/** A line for the threads of all channels that follow the alert, of the revision that is being made. */
export function withEntry(head: Head, text: string, now: Date, kind?: Entry['kind']): Head {
  const line = text.length > ENTRY_LENGTH ? `${text.slice(0, ENTRY_LENGTH - 1).toWellFormed()}…` : text;
  // A repeat, unless it was open again in between.
  const { reopenedAt = '' } = head;
  if (head.entries.some((entry) => entry.text === line && entry.at >= reopenedAt)) return head;
  const entry = { revision: head.revision + 1, at: now.toISOString(), text: line, ...(kind ? { kind } : {}) };
  return { ...head, entries: [...head.entries, entry].slice(-ENTRY_LIMIT) };
}

function isNews(head: Head, content: Content): boolean {
  const former = contentsOf(head).find(({ status }) => status === content.status);
  return !former || compareAcrossParts(content, former) > 0;
}

function contentsOf({ content, unspoken }: Head): Content[] {
  return unspoken ? [content, unspoken] : [content];
}

/** AWS puts its news below a line that stays the same: the first line that was not there before. */
function newLine({ summary }: Content, known: Content[]): string | undefined {
  const before = new Set(known.flatMap((content) => linesOf(content.summary)));
  return linesOf(summary).find((line) => !before.has(line));
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Tags and OU say something of one account: they stay with its part, where only its channels can meet them. */
function isOfAccount(label: string): boolean {
  return label === 'ou' || label.startsWith('tag:');
}
