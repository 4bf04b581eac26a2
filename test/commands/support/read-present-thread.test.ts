import { describe, expect, test } from 'vitest';
import { readPresentThread } from '#bin/commands/support/read-present-thread.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { aCaseRow, aThread } from '#test/commands/support/a-case.ts';

const FORMER = aCaseRow({ thread: { raw: '', redacted: 'redacted/former' } });
const PRESENT = aCaseRow({ thread: { raw: '', redacted: 'redacted/present' } });
const read = (
  row: CaseRow,
  present: CaseRow | undefined,
  objects: Record<string, CaseThread>,
  missing?: Error,
) =>
  readPresentThread(row, {
    readKey: async (key) => {
      if (!objects[key] && missing) throw missing;
      return objects[key];
    },
    readCase: async () => present,
  });

describe.each([undefined, new Error('AccessDenied')])('where a missing object is %s', (missing) => {
  test('the thread of a case is read by the row as it is now', async () => {
    const thread = aThread();
    expect(await read(FORMER, PRESENT, { 'redacted/present': thread }, missing)).toBe(thread);
    expect(await read(PRESENT, undefined, { 'redacted/present': thread }, missing)).toBe(thread);
  });

  test('a thread that is gone is said to be', async () => {
    for (const present of [undefined, FORMER]) {
      const gone = read(FORMER, present, {}, missing);
      if (missing) await expect(gone).rejects.toBe(missing);
      else expect(await gone).toBeUndefined();
    }
  });
});
