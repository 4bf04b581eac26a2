import { findHits, type Place } from '#lambdas/runtime/redact/find-hits.ts';
import { NUMBERED, numberValues } from '#lambdas/runtime/redact/pseudonyms.ts';
import { withoutPunctuation } from '#lambdas/runtime/redact/without-punctuation.ts';

/** How often what was taken out, by kind. */
export type Found = Record<string, number>;

/** What one mark uncovers, the next round finds; texts of people need two. */
const MAX_ROUNDS = 8;

/** Texts of one case without secrets: the same value has the same mark in all of them. */
export async function redactTexts(
  texts: string[],
  { pseudonyms }: { pseudonyms: boolean },
): Promise<{ texts: string[]; found: Found }> {
  const markOf = numberValues(texts);
  const found: Found = {};
  const known = new Set<string>();
  let current = texts;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const places = await Promise.all(current.map((text) => findHits(text, pseudonyms)));
    for (const place of places.flat()) if (isTelling(place)) known.add(place.value);
    current = current.map((text, index) => withMarks(text, places[index] ?? [], markOf, found));
    const again = current.map((text) => repeats(text, known));
    current = current.map((text, index) => withMarks(text, again[index] ?? [], markOf, found));
    if (places.every(({ length }) => length === 0) && again.every(({ length }) => length === 0)) break;
  }
  return { texts: current, found };
}

function withMarks(
  text: string,
  places: Place[],
  markOf: (kind: string, value: string) => string,
  found: Found,
): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, mark, value } of places) {
    found[mark] = (found[mark] ?? 0) + 1;
    parts.push(
      text.slice(from, start),
      NUMBERED.includes(mark) ? markOf(mark, value) : `[REDACTED: ${mark}]`,
    );
    from = end;
  }
  return parts.join('') + text.slice(from);
}

/** A value that is a secret wherever it stands: once named, it is looked for without its label. */
function isTelling({ mark, value }: Place): boolean {
  return (
    (mark === 'password' || mark === 'token') &&
    value.length >= 6 &&
    /\d/.test(value) &&
    /[^\d\s.:-]/.test(value) &&
    !/\s/.test(value)
  );
}

function repeats(text: string, known: Set<string>): Place[] {
  if (known.size === 0) return [];
  return [...text.matchAll(/[\x21-\x7e]+/g)].flatMap(({ index, 0: word }) => {
    const bare = withoutPunctuation(word);
    const value = [word, bare].find((candidate) => known.has(candidate));
    const start = index + word.indexOf(value ?? '');
    return value === undefined ? [] : [{ start, end: start + value.length, mark: 'password', value }];
  });
}
