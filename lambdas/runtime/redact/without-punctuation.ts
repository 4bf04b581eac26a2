const BEFORE = '"\'`([{<*_=:';
const AFTER = '"\'`)]}>*_.,;:!?';

/** A word without the marks around it. Letter by letter: a pattern tied to an end alone is slow on what is hostile. */
export function withoutPunctuation(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && BEFORE.includes(word[start] ?? ' ')) start += 1;
  while (end > start && AFTER.includes(word[end - 1] ?? ' ')) end -= 1;
  return word.slice(start, end);
}
