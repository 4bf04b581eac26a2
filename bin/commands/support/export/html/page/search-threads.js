import { caseSearch } from '../../../search/case-search.ts';
import { findMarks, findPassage } from '../../../search/find-passage.ts';
import { threadsOf } from './packed-data.js';

const PASSAGES = 2;

/**
 * The cases that hold all words, the best first; undefined where somebody typed on meanwhile. Parts are looked through one
 * by one, so that the page answers to keys all the time.
 */
export async function searchThreads(query, cases, { isStill, progress }) {
  const search = caseSearch(query);
  const byPart = Map.groupBy(cases, ({ part }) => part);
  const byId = new Map();
  let done = 0;
  const parts = [...byPart.keys()];
  // The next part is unpacked while this one is looked through.
  const threadsAt = (index) => (parts[index] === undefined ? [] : threadsOf(parts[index]));
  let next = threadsAt(0);
  for (const [index, some] of [...byPart.values()].entries()) {
    const threads = await next;
    next = threadsAt(index + 1);
    for (const one of some) {
      const id = `${one.account}/${one.displayId}`;
      if (search.add({ id, subject: one.subject, about: aboutOf(one), body: bodyOf(threads[one.place]) }))
        byId.set(id, one);
    }
    done += some.length;
    await new Promise((resume) => setTimeout(resume));
    if (!isStill()) return undefined;
    progress(done / cases.length);
  }
  return { terms: search.terms, found: search.hits().map((id) => byId.get(id)) };
}

/** Where the words stand in a case: in its subject, and in some of its messages. */
export async function passagesOf(one, terms) {
  const messages = one.part === undefined ? [] : (await threadsOf(one.part))[one.place];
  const passages = messages
    .map(({ body, author, at }) => ({ author, at, passage: findPassage(body, terms) }))
    .filter(({ passage }) => passage)
    .toSorted((first, second) => second.passage.found - first.passage.found);
  return { subject: findMarks(one.subject, terms), passages: passages.slice(0, PASSAGES) };
}

function aboutOf({ displayId, service, account, accountName = '' }) {
  return [displayId, service, account, accountName].join('\n');
}

function bodyOf(messages = []) {
  return messages.flatMap(({ body, files }) => [body, ...files]).join('\n');
}
