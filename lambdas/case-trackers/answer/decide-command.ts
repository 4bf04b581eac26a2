import type { AnswerRules } from '#lambdas/case-trackers/answer/answer-ports.ts';
import type { AnswerRow } from '#lambdas/case-trackers/answer/answer-row.ts';
import { findSecrets } from '#lambdas/case-trackers/answer/find-secrets.ts';
import { parseCommand } from '#lambdas/case-trackers/answer/parse-command.ts';
import { messageOf } from '#lambdas/case-trackers/attach/message-of.ts';
import type { TrackerFiles } from '#lambdas/case-trackers/attach/tracker-files.ts';
import type { TrackerComment } from '#lambdas/contracts/support/tracker-comment.ts';

const HOUR_MS = 3_600_000;

type Around = {
  account: string;
  tracker: string;
  displayId: string;
  rules: AnswerRules;
  files?: TrackerFiles | undefined;
  /** Of the case so far. */
  answers: AnswerRow[];
  now: Date;
};

/** What becomes of a comment, before AWS is asked; undefined where it is none of Reeve's business. */
export async function decideCommand(comment: TrackerComment, around: Around): Promise<AnswerRow | undefined> {
  const command = parseCommand(comment.body);
  if (!command) return undefined;
  const { account, tracker, displayId, rules, now } = around;
  const row: AnswerRow = {
    account,
    tracker,
    displayId,
    comment: comment.id,
    author: comment.author,
    word: 'word' in command ? command.word : 'none',
    at: now.toISOString(),
    version: 0,
  };
  const isActor = isAllowed(comment.author, rules.actors);
  // Each side has its own measure: strangers can neither make Reeve talk for ever nor silence those who may.
  const recent = around.answers.filter(
    ({ at, author }) =>
      now.getTime() - Date.parse(at) < HOUR_MS && isAllowed(author, rules.actors) === isActor,
  );
  if (recent.length >= rules.perHour) {
    const isTold = recent.some(({ outcome }) => outcome === 'too-many');
    return {
      ...row,
      outcome: 'too-many',
      detail: String(rules.perHour),
      ...(isTold ? { isSilent: true } : {}),
    };
  }
  if (!isActor) return { ...row, outcome: 'not-allowed' };
  if ('misuse' in command) return { ...row, outcome: 'misused', detail: command.misuse };
  if (command.word === 'resolve') return row;
  const secrets = await findSecrets(command.text);
  if (secrets) return { ...row, outcome: 'secret', detail: secrets.kinds.join(', ') };
  const message = messageOf(command, row, around.files);
  if ('misuse' in message) return { ...row, outcome: 'misused', detail: message.misuse };
  return { ...row, hash: message.hash };
}

/** Logins of trackers have no case. */
function isAllowed(author: string, actors: string[]): boolean {
  return actors.some((actor) => actor.toLowerCase() === author.toLowerCase());
}
