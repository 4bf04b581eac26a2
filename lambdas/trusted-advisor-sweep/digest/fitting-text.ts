/** Less than any channel shows of a summary. */
const LENGTH = 2700;

/** Groups of lines as one text; where it is too much for a message, the last of the longest group give way. */
export function fittingText(groups: string[][]): string {
  const kept = groups.filter((lines) => lines.length > 0).map((lines) => [...lines]);
  const text = () => kept.map((lines) => lines.join('\n')).join('\n\n');
  while (text().length > LENGTH) {
    const longest = kept.toSorted((a, b) => b.length - a.length)[0];
    if (!longest || longest.length < 2) return text().slice(0, LENGTH).toWellFormed();
    longest.pop();
  }
  return text();
}
