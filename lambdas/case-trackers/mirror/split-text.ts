/** A text in pieces of so many code units at most, which make the whole again; cut behind a line or a word where there is one. */
export function splitText(text: string, longest: number): string[] {
  const pieces: string[] = [];
  let rest = text.toWellFormed();
  while (rest.length > longest) {
    const end = endOf(rest, longest);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

function endOf(text: string, longest: number): number {
  const head = text.slice(0, longest);
  // Near the end: a lone early break would make many pieces.
  const least = longest / 2;
  const line = head.lastIndexOf('\n') + 1;
  if (line > least) return line;
  const word = head.lastIndexOf(' ') + 1;
  if (word > least) return word;
  return head.isWellFormed() ? longest : longest - 1;
}
