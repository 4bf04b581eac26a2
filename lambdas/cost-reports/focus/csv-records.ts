import type { Chunks } from '#lambdas/runtime/report-store.ts';

const [QUOTE, COMMA, CARRIAGE_RETURN, NEW_LINE] = ['"', ',', '\r', '\n'].map((sign) => sign.charCodeAt(0));
/** More than any charge has with all its tags: a quote that never closes must not take all memory. */
const LONGEST_RECORD = 4 * 1024 * 1024;

/** What a record becomes: its fields, still empty, and which of them each column of the file is; -1: none. */
type Targets = { empty: readonly string[]; byColumn: readonly number[] };

/**
 * The records of a CSV file (RFC 4180) below its header, a chunk's at a time: only the fields that `pick` chooses
 * by their places in the header, '' where a place is -1. Not by a library: a charge has 60 columns, and a text for
 * each of them, wanted or not, is most of the work.
 */
export async function* csvRecords(
  chunks: Chunks,
  pick: (header: readonly string[]) => readonly number[],
): AsyncGenerator<string[][]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let targets: Targets | undefined;
  let rest = '';

  function take(text: string): string[][] {
    const records: string[][] = [];
    let at = 0;
    if (!targets) {
      const header = readRecord(text, 0);
      if (header) {
        targets = targetsOf(pick(header.fields), header.fields.length);
        at = header.next;
      }
    }
    for (let record = next(text, at); record; record = next(text, at)) {
      records.push(record.fields);
      at = record.next;
    }
    rest = text.slice(at);
    if (rest.length > LONGEST_RECORD) throw new SyntaxError('A record of a CSV file does not end');
    return records;
  }
  const next = (text: string, at: number) =>
    targets && at < text.length ? readRecord(text, at, targets) : undefined;

  for await (const chunk of chunks) {
    const records = take(rest + decoder.decode(chunk, { stream: true }));
    if (records.length > 0) yield records;
  }
  const end = rest + decoder.decode();
  const records = take(end === '' || end.endsWith('\n') ? end : `${end}\n`);
  if (rest !== '') throw new SyntaxError('A CSV file is cut off');
  if (records.length > 0) yield records;
}

function targetsOf(places: readonly number[], columns: number): Targets {
  const byColumn = Array.from({ length: columns }, (_, column) => places.indexOf(column));
  return { empty: places.map(() => ''), byColumn };
}

/** The record that begins at a place, and where the next one does; undefined where the text ends before it. */
function readRecord(text: string, start: number, targets?: Targets) {
  const fields = targets ? [...targets.empty] : [];
  let newLine = -1;
  let at = start;
  for (let column = 0; ; column += 1) {
    const isQuoted = text.charCodeAt(at) === QUOTE;
    const from = isQuoted ? at + 1 : at;
    if (isQuoted) {
      at = text.indexOf('"', from);
      while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
      if (at < 0) return undefined;
    } else {
      if (newLine < at) newLine = text.indexOf('\n', at);
      if (newLine < 0) return undefined;
      const comma = text.indexOf(',', at);
      at = comma < 0 || comma > newLine ? newLine : comma;
      if (at === newLine && at > from && text.charCodeAt(at - 1) === CARRIAGE_RETURN) at -= 1;
    }
    const target = targets ? (targets.byColumn[column] ?? -1) : column;
    if (target >= 0) {
      const field = text.slice(from, at);
      fields[target] = isQuoted && field.includes('"') ? field.replaceAll('""', '"') : field;
    }
    if (isQuoted) at += 1;
    if (text.charCodeAt(at) !== COMMA) {
      const end = endOf(text, at);
      if (!end) return undefined;
      if (targets && column + 1 !== targets.byColumn.length) {
        throw new SyntaxError('A record of a CSV file has not as many fields as its header');
      }
      return { fields, next: end };
    }
    at += 1;
  }
}

/** Behind the end of a line; undefined where the text ends before it. */
function endOf(text: string, at: number): number | undefined {
  const end = text.charCodeAt(at) === CARRIAGE_RETURN ? at + 1 : at;
  if (end >= text.length) return undefined;
  if (text.charCodeAt(end) !== NEW_LINE)
    throw new SyntaxError('A field of a CSV file goes on behind its quotes');
  return end + 1;
}
