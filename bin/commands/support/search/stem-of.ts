const VOWEL = /[aeiouy]/;

/**
 * The part of an English word that its forms begin with: `connection`, `connected` and `connects` are `connect`. Only for
 * search, where a stem that is no word harms nobody; words of other languages and names with digits stay.
 */
export function stemOf(word: string): string {
  if (word.length < 5 || !/^[a-z]+$/.test(word)) return word;
  const single = withoutPlural(word);
  const [, stem = '', ending] = /^(.+?)(ing|ed|ions?)$/.exec(single) ?? [];
  if (stem.length < (ending?.startsWith('ion') ? 4 : 3) || !VOWEL.test(stem)) return single;
  return /([bdfgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

function withoutPlural(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('sses')) return word.slice(0, -2);
  return /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}
