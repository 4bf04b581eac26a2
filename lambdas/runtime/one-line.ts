/** Words of strangers within a line of ours: without breaks, cut, no half characters. */
export function oneLine(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return (line.length > length ? `${line.slice(0, length - 1).toWellFormed()}…` : line).toWellFormed();
}
