const KINDS = [/[A-Z]/, /[a-z]/, /\d/];

/** Whether a word of forty characters or so is chance, not a path, a name or a hash: its letters change their kind often. */
export function looksRandom(word: string): boolean {
  if (!KINDS.every((kind) => kind.test(word))) return false;
  let changes = 0;
  for (let at = 1; at < word.length; at += 1) {
    if (kindOf(word[at] ?? '') !== kindOf(word[at - 1] ?? '')) changes += 1;
  }
  return changes * 5 >= word.length * 2 - 4;
}

function kindOf(letter: string): number {
  return KINDS.findIndex((kind) => kind.test(letter));
}
