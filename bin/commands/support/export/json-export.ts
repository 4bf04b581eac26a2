import type { CaseRecord } from '#bin/commands/support/export/case-record.ts';

/** One document: when it was made, and all cases. Valid JSON however many there are. */
export async function* toJsonExport(
  records: AsyncIterable<CaseRecord>,
  exportedAt: string,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`{"exportedAt":${JSON.stringify(exportedAt)},"cases":[`);
  let before = '\n';
  for await (const record of records) {
    yield Buffer.from(`${before}${JSON.stringify(record)}`);
    before = ',\n';
  }
  yield Buffer.from('\n]}\n');
}

/** What some readers take for the end of a line, and JSON does not. */
const OTHER_LINE_ENDS = /[\u0085\u2028\u2029]/g;

/** A line a case, for every reader. */
export async function* toJsonLines(records: AsyncIterable<CaseRecord>): AsyncGenerator<Uint8Array> {
  for await (const record of records) yield Buffer.from(`${onOneLine(JSON.stringify(record))}\n`);
}

/** These signs stand in JSON only within texts, where they may be written so. */
function onOneLine(json: string): string {
  return json.replaceAll(OTHER_LINE_ENDS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
