const ASCII = /^[\0-\x7f]*$/;
/** ASCII, kana and the usual Chinese signs: but for capitals they are as they would be folded. */
const ONLY_CAPITALS = /^[\0-\x7f\u3001\u3002\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff]*$/;
/** Accents of Latin, Greek and Cyrillic letters; the voice marks of kana are not among them. */
const ACCENTS = /[\u0300-\u036f]/g;

/**
 * Text as it is compared: wide and narrow forms, capitals and accents are one. Folded again it stays as it is.
 * https://www.unicode.org/reports/tr15/
 */
export function foldText(text: string): string {
  if (ONLY_CAPITALS.test(text)) return text.toLowerCase();
  // Twice: the small form of a letter may be made of others, and their form of one.
  return once(once(text));
}

function once(text: string): string {
  return text.toLowerCase().normalize('NFKD').replaceAll(ACCENTS, '').normalize('NFC');
}

/** Folded text, and for each of its units where what it was made of begins and ends in the text. */
export type FoldedText = { folded: string; starts: number[]; ends: number[] };

/** The same with places, so that what is found can be shown as it was written. */
export function foldWithPlaces(text: string): FoldedText {
  const places: FoldedText = { folded: '', starts: [], ends: [] };
  const isPlain = ASCII.test(text);
  const clusters = isPlain ? [] : new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
  for (const { segment, index } of clusters) {
    const folded = foldText(segment);
    places.folded += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      places.starts.push(index);
      places.ends.push(index + segment.length);
    }
  }
  if (!isPlain) return places;
  const starts = Array.from({ length: text.length }, (_, index) => index);
  return { folded: text.toLowerCase(), starts, ends: starts.map((index) => index + 1) };
}
