import type { Cases } from '#bin/commands/support/open-cases.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { someAtOnce } from '#lambdas/runtime/some-at-once.ts';

/** A case with its thread; without one where it is withheld, or gone. */
export type ReadCase = { row: CaseRow; thread?: CaseThread | undefined };

const AT_ONCE = 32;
const TOLD_EACH = 500;

/**
 * Cases with their threads, in order, as they come: never more of them in memory than are read at once. Of a withheld case
 * there is nothing to read. The first read that fails ends it.
 */
export async function* readThreads(
  { readThread }: Pick<Cases, 'readThread'>,
  rows: readonly CaseRow[],
  progress: (text: string) => void,
): AsyncGenerator<ReadCase> {
  let read = 0;
  let gone = 0;
  const results = someAtOnce(rows, AT_ONCE, async (row) => {
    try {
      return { row, thread: row.withheld ? undefined : await readThread(row) };
    } catch (error) {
      return { row, error };
    }
  });
  for await (const result of results) {
    if ('error' in result) throw result.error;
    if (!result.thread && !result.row.withheld) gone += 1;
    yield result;
    read += 1;
    if (read % TOLD_EACH === 0) progress(`Read ${count(read)} of ${count(rows.length)} cases.`);
  }
  if (gone > 0) progress(`Threads that are gone until the next sweep reads them again: ${count(gone)}.`);
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
