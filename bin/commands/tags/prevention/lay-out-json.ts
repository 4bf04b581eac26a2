const WIDTH = 110;

/** JSON for readers: what fits stands on one line, and lists of words fill their lines. `before`: letters to its left. */
export function layOutJson(value: unknown, indent = '', before = 0): string {
  const short = onOneLine(value);
  if (indent.length + before + short.length < WIDTH || value === null || typeof value !== 'object')
    return short;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const isOfWords = value.every((entry) => typeof entry === 'string');
    const entries = withCommas(value.map((entry) => layOutJson(entry, inner)));
    return enclose('[', isOfWords ? fill(entries, WIDTH - inner.length) : entries, ']', indent);
  }
  const fields = Object.entries(value).map(([key, entry]) => {
    const name = `${JSON.stringify(key)}: `;
    return `${name}${layOutJson(entry, inner, name.length)}`;
  });
  return enclose('{', withCommas(fields), '}', indent);
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${onOneLine(entry)}`);
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}';
}

function withCommas(entries: string[]): string[] {
  return entries.map((entry, at) => (at < entries.length - 1 ? `${entry},` : entry));
}

function enclose(open: string, lines: string[], close: string, indent: string): string {
  return [open, ...lines.map((line) => `${indent}  ${line}`), `${indent}${close}`].join('\n');
}

/** As many on a line as there is room for, one at least. */
function fill(words: string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
