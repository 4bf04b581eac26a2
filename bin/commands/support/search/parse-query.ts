import { foldText } from '#bin/commands/support/search/fold-text.ts';
import { stemOf } from '#bin/commands/support/search/stem-of.ts';
import { pairsOf, wordRuns } from '#bin/commands/support/search/word-runs.ts';

/** From so many letters on a word finds all that begins with it. */
const PREFIX_LETTERS = 3;

/** A word by its stem, or a run of signs without spaces. `text` is folded. */
export type Term = { text: string; isWord: boolean };

/** What people typed, as terms that all must be there. */
export function parseQuery(query: string): Term[] {
  const terms = [...wordRuns(foldText(query))].map(({ text, isWord }) => ({
    text: isWord ? stemOf(text) : withoutLengthMark(text),
    isWord,
  }));
  return terms.filter(({ text }, index) => terms.findIndex((term) => term.text === text) === index);
}

/** Whether a term finds what begins with it. */
export function isPrefix({ text, isWord }: Term): boolean {
  return isWord ? text.length >= PREFIX_LETTERS : Array.from(text).length === 1;
}

/** The tokens that a text must have for a term. */
export function tokensOfTerm({ text, isWord }: Term): string[] {
  return isWord ? [text] : pairsOf(text);
}

/** The form in which a word of a text is found by the term, if it is. A stem begins its word, but for an `ie` made `y`. */
export function formFoundBy(term: Term, word: string): string | undefined {
  const { text } = term;
  if (!isPrefix(term)) return word === text ? word : undefined;
  if (word.startsWith(text)) return word;
  if (!text.endsWith('y') || !word.startsWith(text.slice(0, -1))) return undefined;
  const stem = stemOf(word);
  return stem.startsWith(text) ? stem : undefined;
}

/** A cheap look: false where the folded text cannot hold all terms. A stem may end in a `y` for an `ie`. */
export function mayHold(folded: string, terms: readonly Term[]): boolean {
  return terms.every(({ text, isWord }) => folded.includes(isWord ? text.replace(/y$/, '') : text));
}

/** サーバー and サーバ are one word. */
function withoutLengthMark(run: string): string {
  return /..\p{Script=Katakana}ー$/u.test(run) ? run.slice(0, -1) : run;
}
