import { gzipSync } from 'node:zlib';
import type { CaseRecord, MessageRecord } from '#bin/commands/support/export/case-record.ts';
import {
  type About,
  archiveEnd,
  archiveHead,
  dataBlock,
} from '#bin/commands/support/export/html/archive-document.ts';
import { bundlePage } from '#bin/commands/support/export/html/bundle-page.ts';

/** A case of the list: all but its messages, and where those are. */
type ListedCase = Omit<CaseRecord, 'messages'> & { part?: number; place?: number };

/** So many characters of JSON are unpacked at once: a part takes some ten milliseconds to look through. */
const PART_CHARACTERS = 1_000_000;

/**
 * One HTML page with all cases and the search for them, which needs nothing else. Threads are written part by part as they come;
 * only the list is held until the end.
 */
export async function* toArchive(
  records: AsyncIterable<CaseRecord>,
  about: About,
): AsyncGenerator<Uint8Array> {
  const script = bundlePage();
  yield Buffer.from(archiveHead(script, about));
  const list: ListedCase[] = [];
  let waiting: string[] = [];
  let characters = 0;
  let part = 0;
  const written = () => {
    const block = dataBlock(`threads-${part}`, gzipSync(`[${waiting.join(',')}]`, { level: 6 }));
    waiting = [];
    characters = 0;
    part += 1;
    return Buffer.from(block);
  };
  for await (const { messages, ...record } of records) {
    if (messages.length === 0) list.push(record);
    else {
      list.push({ ...record, part, place: waiting.length });
      const json = JSON.stringify(messages satisfies MessageRecord[]);
      waiting.push(json);
      characters += json.length;
    }
    if (characters >= PART_CHARACTERS) yield written();
  }
  if (waiting.length > 0) yield written();
  yield Buffer.from(dataBlock('cases', gzipSync(JSON.stringify(list), { level: 6 })));
  yield Buffer.from(archiveEnd(script));
}
