import { isHeard, mayAnswer } from '#lambdas/case-trackers/answer/tracker-answers.ts';
import { placeOf } from '#lambdas/case-trackers/place-of.ts';
import { takesAccount } from '#lambdas/case-trackers/takes-account.ts';
import { openLine, throwGrave } from '#lambdas/case-trackers/tracker-line.ts';
import type { TrackerPorts } from '#lambdas/case-trackers/tracker-ports.ts';
import type { HeardComment } from '#lambdas/contracts/support/case-news.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

/** Somebody who writes two commands has two runs: the second waits for the first to end, which takes a few calls. */
const WAITS_MS = [5000, 15_000, 30_000];

/**
 * Somebody may have asked for something by a comment. Whether, and what, is read from the tracker. What cannot be done
 * now the next sweep does, and it rings if it cannot either.
 */
export async function hearComment(heard: HeardComment, ports: TrackerPorts): Promise<void> {
  for (const wait of [...WAITS_MS, undefined]) {
    const isDone = await hear(heard, ports).catch((error: unknown) => {
      if (error instanceof RetryLaterError) return false;
      throw error;
    });
    if (isDone) return;
    if (wait !== undefined) await ports.sleep(wait);
  }
  const { tracker, account, displayId } = heard;
  ports.note('A comment is left to the next sweep', { tracker, account, displayId });
}

/** False where only time helps. */
async function hear({ item, ...heard }: HeardComment, ports: TrackerPorts): Promise<boolean> {
  const settings = ports.trackers.find(({ name }) => name === heard.tracker);
  if (!settings || !mayAnswer(settings.name, ports.answers)) return true;
  const { asked } = await ports.readAccounts();
  const account = asked.find(({ id }) => id === heard.account);
  if (!account || !takesAccount(settings, account)) return true;
  const link = await ports.linkOf(settings.name, heard);
  const row = await ports.caseOf(account.id, heard.displayId);
  const isIts = link?.item?.id === item && link.place === placeOf(settings);
  if (!row || !isIts || !isHeard(row, link, ports.now())) {
    ports.note('A comment stands in no issue that is heard', { ...heard, item });
    return true;
  }
  const line = await openLine(settings, { ...ports, accountName: async () => account.id });
  await line.answer(link);
  const grave = (await line.close(false)).filter(({ error }) => !(error instanceof RetryLaterError));
  throwGrave(grave, settings.name, ports);
  return line.done() > 0 || line.isPaused();
}
