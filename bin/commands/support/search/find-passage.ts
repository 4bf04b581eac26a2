import { foldWithPlaces } from '#bin/commands/support/search/fold-text.ts';
import { formFoundBy, type Term } from '#bin/commands/support/search/parse-query.ts';
import { wordRuns } from '#bin/commands/support/search/word-runs.ts';

/** From and to a place in a text. */
export type Mark = [start: number, end: number];

/** A part of a text on one line, with what was found in it. `found`: how many of the terms it has. */
export type Passage = {
  text: string;
  marks: Mark[];
  isCutBefore: boolean;
  isCutAfter: boolean;
  found: number;
};

const BEFORE = 40;
const LENGTH = 180;

/** Where a text holds terms, in its own places, in order and apart. */
export function findMarks(text: string, terms: readonly Term[]): Mark[] {
  return look(text, terms).marks;
}

function look(text: string, terms: readonly Term[]): { marks: Mark[]; found: Set<Term> } {
  const { folded, starts, ends } = foldWithPlaces(text);
  const marks: Mark[] = [];
  const found = new Set<Term>();
  const mark = (term: Term, start: number, length: number) => {
    found.add(term);
    marks.push([starts[start] ?? 0, ends[start + length - 1] ?? text.length]);
  };
  for (const { text: run, start, isWord } of wordRuns(folded)) {
    for (const term of terms) {
      if (isWord && term.isWord && formFoundBy(term, run) !== undefined) mark(term, start, run.length);
      if (isWord || term.isWord) continue;
      for (let at = run.indexOf(term.text); at >= 0; at = run.indexOf(term.text, at + 1))
        mark(term, start + at, term.text.length);
    }
  }
  return { marks: joined(marks), found };
}

/** The part of a text in which terms are found first; undefined where none is. */
export function findPassage(text: string, terms: readonly Term[]): Passage | undefined {
  const { marks, found } = look(text, terms);
  const [first] = marks;
  if (!first) return undefined;
  const start = first[0] <= BEFORE * 1.5 ? 0 : wholeSign(text, first[0] - BEFORE);
  const end = Math.max(wholeSign(text, Math.min(text.length, start + LENGTH)), first[1]);
  return {
    text: text.slice(start, end).replaceAll(/\s/g, ' '),
    marks: marks.filter(([, to]) => to <= end).map(([from, to]): Mark => [from - start, to - start]),
    isCutBefore: start > 0,
    isCutAfter: end < text.length,
    found: found.size,
  };
}

/** Not between the halves of one sign. */
function wholeSign(text: string, place: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(place)) ? place + 1 : place;
}

function joined(marks: Mark[]): Mark[] {
  const result: Mark[] = [];
  for (const [start, end] of marks.toSorted(([one], [other]) => one - other)) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
