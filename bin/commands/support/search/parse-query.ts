import { foldText } from '#bin/commands/support/search/fold-text.ts';
import { stemOf } from '#bin/commands/support/search/stem-of.ts';
import { pairsOf, wordRuns } from '#bin/commands/support/search/word-runs.ts';

/** From so many letters on a word finds all that begins with it. */
const PREFIX_LETTERS = 3;
/** So many letters of a stem are a word of their own: `connect` finds `connectivity`, `posit` is not to find `positive`. */
const STEM_LETTERS = 6;

/** A word by its stem, or a run of signs without spaces. `typed`: all of it. Both are folded. */
export type Term = { text: string; typed: string; isWord: boolean };

/** What people typed, as terms that all must be there. */
export function parseQuery(query: string): Term[] {
  const terms = [...wordRuns(foldText(query))].map(({ text, isWord }) => ({
    text: isWord ? stemOf(text) : withoutLengthMark(text),
    typed: text,
    isWord,
  }));
  return terms.filter(({ typed }, index) => terms.findIndex((term) => term.typed === typed) === index);
}

/** Whether a term finds what begins with it. */
export function isPrefix({ text, typed, isWord }: Term): boolean {
  return isWord ? typed.length >= PREFIX_LETTERS : Array.from(text).length === 1;
}

/** The tokens that a text must have for a term. */
export function tokensOfTerm({ text, isWord }: Term): string[] {
  return isWord ? [text] : pairsOf(text);
}

/**
 * The form in which a word of a text is found by the term, if it is: it begins with what was typed, or with a long stem of it,
 * or is another form of it.
 */
export function formFoundBy(term: Term, word: string): string | undefined {
  const { text, typed } = term;
  if (!isPrefix(term)) return word === text ? word : undefined;
  if (!term.isWord) return word.startsWith(text) ? word : undefined;
  // Most words of a text end here.
  if (!word.startsWith(text.replace(/y$/, ''))) return undefined;
  if (word === typed || stemOf(word) === text) return text;
  const isLonger = word.startsWith(typed) || (text.length >= STEM_LETTERS && word.startsWith(text));
  if (!isLonger) return undefined;
  return word.startsWith(text) ? word : text;
}

/** A cheap look: false where the folded text cannot hold all terms. A stem may end in a `y` for an `ie`. */
export function mayHold(folded: string, terms: readonly Term[]): boolean {
  return terms.every(({ text, isWord }) => folded.includes(isWord ? text.replace(/y$/, '') : text));
}

/** サーバー and サーバ are one word. */
function withoutLengthMark(run: string): string {
  return /..\p{Script=Katakana}ー$/u.test(run) ? run.slice(0, -1) : run;
}
