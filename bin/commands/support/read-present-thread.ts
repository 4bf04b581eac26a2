import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';

type Reads = {
  /** Undefined where there is no such object; S3 says so to nobody who may not list, and refuses instead. */
  readKey: (key: string) => Promise<CaseThread | undefined>;
  readCase: (account: string, displayId: string) => Promise<CaseRow | undefined>;
};

/** The thread that a row names. News that came since the row was read have put another object in its place. */
export async function readPresentThread(
  { account, displayId, thread: { redacted } }: CaseRow,
  { readKey, readCase }: Reads,
): Promise<CaseThread | undefined> {
  const refusals: unknown[] = [];
  const found = await readKey(redacted).catch((error: unknown) => void refusals.push(error));
  if (found) return found;
  const present = (await readCase(account, displayId))?.thread.redacted;
  if (present !== undefined && present !== redacted) return readKey(present);
  if (refusals.length > 0) throw refusals[0];
  return undefined;
}
