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

/** A line a case. */
export async function* toJsonLines(records: AsyncIterable<CaseRecord>): AsyncGenerator<Uint8Array> {
  for await (const record of records) yield Buffer.from(`${JSON.stringify(record)}\n`);
}
