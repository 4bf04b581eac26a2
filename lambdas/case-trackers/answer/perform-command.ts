import type { AnswerDesk } from '#lambdas/case-trackers/answer/answer-desk.ts';
import type { AnswerPorts } from '#lambdas/case-trackers/answer/answer-ports.ts';
import type { AnswerRow } from '#lambdas/case-trackers/answer/answer-row.ts';
import type { CaseWriter } from '#lambdas/case-trackers/answer/case-writer.ts';
import { parseCommand } from '#lambdas/case-trackers/answer/parse-command.ts';
import { isPostedBy, replyText } from '#lambdas/case-trackers/answer/reply-text.ts';
import { textHash } from '#lambdas/case-trackers/mirror/fingerprints.ts';
import type { TrackerComment } from '#lambdas/contracts/support/tracker-comment.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

/** A call ends long before, and AWS shows by then what it took. */
export const LEASE_MS = 180_000;
/** Clocks of AWS and ours. */
const SKEW_MS = 300_000;
const GIVE_UP_MS = 24 * 3_600_000;

type Result = Pick<AnswerRow, 'outcome' | 'detail'>;

/**
 * Asks AWS to do what a command says, once. What a former attempt may have done is looked for first. `comment`: as it stands
 * now, undefined where it was deleted. Fails with `RetryLaterError` while another may be at it, and where nobody knows how it ended.
 */
export async function performCommand(
  desk: AnswerDesk,
  comment: TrackerComment | undefined,
  ports: AnswerPorts,
): Promise<void> {
  const { triedAt, account } = desk.now();
  const { now, openWriter, refusalOf } = ports;
  if (triedAt && now().getTime() - Date.parse(triedAt) < LEASE_MS)
    throw new RetryLaterError('A command was begun just now');
  await desk.save({ triedAt: now().toISOString() });
  try {
    const writer = await openWriter(account);
    await desk.save(await attempt(desk.now(), comment, { writer, isFirst: !triedAt, now: now() }));
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return desk.save({ outcome: refusal });
    throw error;
  }
}

type Attempt = { writer: CaseWriter; isFirst: boolean; now: Date };

async function attempt(
  row: AnswerRow,
  comment: TrackerComment | undefined,
  { writer, isFirst, now }: Attempt,
): Promise<Result> {
  const found = await writer.readCase(row.displayId);
  if (!found) return { outcome: 'no-case' };
  const { caseId, status } = found;
  const isLate = now.getTime() - Date.parse(row.at) > GIVE_UP_MS;
  if (row.word === 'resolve') {
    if (status === 'resolved') return { outcome: isFirst ? 'was-resolved' : 'resolved' };
    if (!comment) return { outcome: 'withdrawn' };
    if (!isResolve(comment)) return { outcome: 'edited' };
    if (isLate) return { outcome: 'gave-up' };
    await writer.resolve(caseId);
    return { outcome: 'resolved' };
  }
  const isThere = !isFirst && (await hasMessage(row, caseId, writer));
  if (!isThere) {
    if (!comment) return { outcome: 'withdrawn' };
    const text = textOf(row, comment);
    if (text === undefined) return { outcome: 'edited' };
    if (isLate) return { outcome: 'gave-up' };
    await writer.reply(caseId, text);
  }
  // Whether a reply reopens a case is AWS's to say.
  return { outcome: 'sent', detail: (await statusAfter(row, writer)) ?? status };
}

async function hasMessage(row: AnswerRow, caseId: string, writer: CaseWriter): Promise<boolean> {
  const since = new Date(Date.parse(row.at) - SKEW_MS).toISOString();
  for await (const body of writer.ownMessages(caseId, since)) if (isPostedBy(body, row)) return true;
  return false;
}

/** It is sent: that its status could not be read must not make anyone send it again. */
async function statusAfter({ displayId }: AnswerRow, writer: CaseWriter): Promise<string | undefined> {
  return (await writer.readCase(displayId).catch(() => undefined))?.status;
}

function isResolve({ body }: TrackerComment): boolean {
  const command = parseCommand(body);
  return command !== undefined && 'word' in command && command.word === 'resolve';
}

/** Undefined where it is not any more what was looked at. */
function textOf(row: AnswerRow, comment: TrackerComment): string | undefined {
  const command = parseCommand(comment.body);
  if (!command || !('text' in command)) return undefined;
  const text = replyText(command.text, row);
  return typeof text === 'string' && textHash(text) === row.hash ? text : undefined;
}
