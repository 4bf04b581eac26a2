import type { AnswerDesk } from '#lambdas/case-trackers/answer/answer-desk.ts';
import type { AnswerPorts } from '#lambdas/case-trackers/answer/answer-ports.ts';
import type { AnswerRow } from '#lambdas/case-trackers/answer/answer-row.ts';
import type { CaseWriter } from '#lambdas/case-trackers/answer/case-writer.ts';
import { parseCommand } from '#lambdas/case-trackers/answer/parse-command.ts';
import { isPostedBy } from '#lambdas/case-trackers/answer/reply-text.ts';
import { bringFiles } from '#lambdas/case-trackers/attach/bring-files.ts';
import { messageOf } from '#lambdas/case-trackers/attach/message-of.ts';
import type { TrackerFiles } from '#lambdas/case-trackers/attach/tracker-files.ts';
import type { TrackerComment } from '#lambdas/contracts/support/tracker-comment.ts';
import { BusyError } from '#lambdas/runtime/errors.ts';

/** A call ends long before, and AWS shows by then what it took. */
export const LEASE_MS = 180_000;
/** Clocks of AWS and ours. */
const SKEW_MS = 300_000;
const GIVE_UP_MS = 24 * 3_600_000;

type Result = Pick<AnswerRow, 'outcome' | 'detail' | 'file'>;
/** `files`: of the tracker, where that has some. */
type Ports = AnswerPorts & { files: TrackerFiles | undefined };

/**
 * Asks AWS to do what a command says, once. What a former attempt may have done is looked for first. `comment`: as it stands
 * now, undefined where it was deleted. Fails with `BusyError` while another may be at it, and where nobody knows how it
 * ended; after a day it ends as `unknown` or `gave-up`, so that later commands of the case come to their turn.
 */
export async function performCommand(
  desk: AnswerDesk,
  comment: TrackerComment | undefined,
  ports: Ports,
): Promise<void> {
  const { triedAt, account, asked = false, at } = desk.now();
  const { now, openWriter, refusalOf } = ports;
  if (triedAt && now().getTime() - Date.parse(triedAt) < LEASE_MS)
    throw new BusyError('A command was begun just now');
  const isLate = now().getTime() - Date.parse(at) > GIVE_UP_MS;
  await desk.save({ triedAt: now().toISOString() });
  // What was asked before and not looked for yet may have been done.
  const doubt = { isThere: asked };
  try {
    const writer = await openWriter(account);
    const before = await lookFor(desk.now(), writer);
    if (before.outcome) return desk.save(before);
    doubt.isThere = false;
    await desk.save(await carryOut(desk, before, { ...ports, comment, writer, isLate }));
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal || isLate) return desk.save({ outcome: doubt.isThere ? 'unknown' : (refusal ?? 'gave-up') });
    throw error;
  }
}

type Found = Result & { caseId: string; status: string };

/** The case, and how the command ended where AWS has done it already. */
async function lookFor(row: AnswerRow, writer: CaseWriter): Promise<Found> {
  const found = await writer.readCase(row.displayId);
  if (!found) return { caseId: '', status: '', outcome: row.asked ? 'unknown' : 'no-case' };
  const { status } = found;
  if (row.word === 'resolve') {
    return status === 'resolved' ? { ...found, outcome: row.asked ? 'resolved' : 'was-resolved' } : found;
  }
  const isSent = row.asked && (await hasMessage(row, found.caseId, writer));
  return isSent ? { ...found, outcome: 'sent', detail: status } : found;
}

type Attempt = Ports & { comment: TrackerComment | undefined; writer: CaseWriter; isLate: boolean };

async function carryOut(desk: AnswerDesk, { caseId, status }: Found, around: Attempt): Promise<Result> {
  const { comment, writer, isLate, files, now } = around;
  const row = desk.now();
  if (!comment) return { outcome: 'withdrawn' };
  const message = row.word === 'resolve' ? undefined : sameMessage(row, comment, files);
  const isSame = row.word === 'resolve' ? isResolve(comment) : message !== undefined;
  if (!isSame) return { outcome: 'edited' };
  if (isLate) return { outcome: 'gave-up' };
  // Who carries files says so before each: the lease begins anew, unless another has taken over.
  const renew = () => desk.save({ triedAt: now().toISOString() });
  const brought = await bringFiles(message?.files ?? [], { ...around, tracker: files, renew });
  if ('outcome' in brought) return brought;
  await desk.save({ asked: true, triedAt: now().toISOString() });
  if (!message) {
    await writer.resolve(caseId);
    return { outcome: 'resolved' };
  }
  await writer.reply(caseId, message.text, brought.uploads);
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
function sameMessage(row: AnswerRow, comment: TrackerComment, files: TrackerFiles | undefined) {
  const command = parseCommand(comment.body);
  if (!command || !('text' in command)) return undefined;
  const message = messageOf(command, row, files);
  return 'hash' in message && message.hash === row.hash ? message : undefined;
}
