const VOWEL = /[aeiouy]/;

/**
 * What an English word has in common with its forms: `connection`, `connected` and `connects` are `connect`, `cache` and
 * `caching` are `cach`. Only to compare, so that a stem that is no word harms nobody; words of other languages and names
 * with digits stay. But for an `ie` made `y` a word begins with its stem.
 */
export function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const single = withoutPlural(word);
  const stem = withoutEnding(single);
  return stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}

function withoutPlural(word: string): string {
  if (word.length > 4 && /ie[sd]$/.test(word)) return `${word.slice(0, -3)}y`;
  if (word.endsWith('sses')) return word.slice(0, -2);
  return /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

/** `speed` and `exceed` end so by themselves. */
function withoutEnding(word: string): string {
  const [, stem = '', ending = ''] = /^(.+?)(ing|(?<!e)ed|ion)$/.exec(word) ?? [];
  if (stem.length < (ending === 'ion' ? 5 : 3) || !VOWEL.test(stem)) return word;
  return /([bdfgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}
