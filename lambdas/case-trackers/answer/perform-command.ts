import type { AnswerDesk } from '#lambdas/case-trackers/answer/answer-desk.ts';
import type { AnswerPorts } from '#lambdas/case-trackers/answer/answer-ports.ts';
import type { AnswerRow } from '#lambdas/case-trackers/answer/answer-row.ts';
import type { CaseWriter } from '#lambdas/case-trackers/answer/case-writer.ts';
import { parseCommand } from '#lambdas/case-trackers/answer/parse-command.ts';
import { isPostedBy } from '#lambdas/case-trackers/answer/reply-text.ts';
import { type Brought, bringFiles } from '#lambdas/case-trackers/attach/bring-files.ts';
import { messageOf } from '#lambdas/case-trackers/attach/message-of.ts';
import type { LinkedFile, TrackerFiles } from '#lambdas/case-trackers/attach/tracker-files.ts';
import type { TrackerComment } from '#lambdas/contracts/support/tracker-comment.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

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
 * now, undefined where it was deleted. Fails with `RetryLaterError` while another may be at it, and where nobody knows how it ended.
 */
export async function performCommand(
  desk: AnswerDesk,
  comment: TrackerComment | undefined,
  ports: Ports,
): Promise<void> {
  const { triedAt, account } = desk.now();
  const { now, openWriter, refusalOf } = ports;
  if (triedAt && now().getTime() - Date.parse(triedAt) < LEASE_MS)
    throw new RetryLaterError('A command was begun just now');
  await desk.save({ triedAt: now().toISOString() });
  try {
    const writer = await openWriter(account);
    const renew = () => desk.save({ triedAt: now().toISOString() });
    const around = { ...ports, writer, isFirst: !triedAt, renew };
    const result = await attempt(desk.now(), comment, around);
    await desk.save(result);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return desk.save({ outcome: refusal });
    throw error;
  }
}

type Attempt = Ports & {
  writer: CaseWriter;
  isFirst: boolean;
  /** The lease begins anew; fails where another has taken over. */
  renew: () => Promise<void>;
};

async function attempt(
  row: AnswerRow,
  comment: TrackerComment | undefined,
  around: Attempt,
): Promise<Result> {
  const { writer, isFirst, now } = around;
  const found = await writer.readCase(row.displayId);
  if (!found) return { outcome: 'no-case' };
  const { caseId, status } = found;
  const isLate = now().getTime() - Date.parse(row.at) > GIVE_UP_MS;
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
    const message = sameMessage(row, comment, around.files);
    if (!message) return { outcome: 'edited' };
    if (isLate) return { outcome: 'gave-up' };
    const brought = await bringAll(message.files, around);
    if ('outcome' in brought) return brought;
    await writer.reply(caseId, message.text, brought.uploads);
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
function sameMessage(row: AnswerRow, comment: TrackerComment, files: TrackerFiles | undefined) {
  const command = parseCommand(comment.body);
  if (!command || !('text' in command)) return undefined;
  const message = messageOf(command, row, files);
  return 'hash' in message && message.hash === row.hash ? message : undefined;
}

/** They take longer than a lease: none is begun, nor anything sent, where another may be at it meanwhile. */
async function bringAll(files: LinkedFile[], { files: tracker, ...around }: Attempt): Promise<Brought> {
  if (files.length === 0 || !tracker) return { uploads: [] };
  const brought = await bringFiles(files, { ...around, tracker });
  if ('uploads' in brought) await around.renew();
  return brought;
}
