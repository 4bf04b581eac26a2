/** Scripts that put no spaces between words, and Korean, whose words take endings. */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー`;
const RUN = new RegExp(`[${UNSPACED}]+|[[\\p{L}\\p{N}\\p{M}]--[${UNSPACED}]]+`, 'gv');
const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'v');
/** Thai is the first of these scripts. */
const FIRST_UNSPACED = 0x0e_00;

/** A stretch of folded text: a word between spaces and signs, or text of a script that has no spaces. */
export type WordRun = { text: string; start: number; isWord: boolean };

export function* wordRuns(folded: string): Generator<WordRun> {
  for (const { 0: text, index } of folded.matchAll(RUN)) {
    yield { text, start: index, isWord: isWord(text) };
  }
}

/**
 * What folded text is found by: its words, and of text without spaces each two signs that stand together. The last sign
 * stands alone as well, so that each single one begins something.
 */
export function tokensOf(folded: string): string[] {
  const tokens: string[] = [];
  // Not by wordRuns: this is most of the work of a search.
  for (const text of folded.match(RUN) ?? []) {
    if (isWord(text)) tokens.push(text);
    else tokens.push(...pairsOf(text), Array.from(text).at(-1) ?? '');
  }
  return tokens;
}

function isWord(run: string): boolean {
  return run.charCodeAt(0) < FIRST_UNSPACED || !BEGINS_UNSPACED.test(run);
}

/** `接続エラー`: 接続, 続エ, エラ, ラー. One sign alone is itself. */
export function pairsOf(run: string): string[] {
  const signs = Array.from(run);
  if (signs.length < 2) return signs;
  return signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}
