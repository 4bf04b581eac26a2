import type { AnswerRow, Outcome } from '#lambdas/case-trackers/answer/answer-row.ts';
import { findSecrets } from '#lambdas/case-trackers/answer/find-secrets.ts';
import { parseCommand } from '#lambdas/case-trackers/answer/parse-command.ts';
import { type FileTrouble, troubleText } from '#lambdas/case-trackers/attach/file-trouble.ts';
import type { TrackerFiles } from '#lambdas/case-trackers/attach/tracker-files.ts';
import { answerMarker } from '#lambdas/contracts/support/tracker-markers.ts';

const LONGEST_OFFER = 7500;
const NOT_SENT = 'Nothing was sent to AWS.';

/** What people read under their command. `body`: the comment as it stands, if it does. */
export async function outcomeText(
  row: AnswerRow,
  body: string | undefined,
  files?: TrackerFiles,
): Promise<string> {
  const linked = row.file === undefined ? undefined : files?.linkedIn(textOf(body)).files;
  const says =
    troubleText(row, linked?.map(({ name }) => name) ?? []) ??
    SAYS[(row.outcome ?? 'not-taken') as OwnOutcome](row);
  const offer = row.outcome === 'secret' ? await offerOf(body) : '';
  return `${answerMarker(row.comment)}\n${says}${offer}`;
}

type OwnOutcome = Exclude<Outcome, FileTrouble>;

const SAYS: Record<OwnOutcome, (row: AnswerRow) => string> = {
  sent: ({ detail }) =>
    detail === 'resolved'
      ? 'Sent to AWS. The case is still resolved, so nobody may read it there: reopen it in the console, up to 14 days after its end, or open a new case.'
      : `Sent to AWS. The status of the case is \`${plain(detail)}\`.`,
  resolved: () => 'The case is resolved.',
  'was-resolved': () => 'The case had been resolved already.',
  misused: ({ detail }) => `${NOT_SENT} ${detail ?? ''}`,
  'not-allowed': ({ tracker }) =>
    `${NOT_SENT} Who may answer is named in Reeve's settings, in \`support.answers.actors.${plain(tracker)}\`.`,
  'too-many': ({ detail }) =>
    `${NOT_SENT} There were ${plain(detail)} commands for this case within an hour, the most that \`support.answers.perHour\` allows. Others are left out without a word; write this one again later.`,
  secret: ({ detail }) =>
    `${NOT_SENT} It holds what looks like a secret (${plain(detail)}). It stands in the comment above: make it invalid, and delete it there.`,
  edited: () => `${NOT_SENT} The comment was changed before it was sent. Write a new one.`,
  withdrawn: () => `${NOT_SENT} The comment is gone.`,
  'no-case': () => `${NOT_SENT} AWS does not know this case any more.`,
  'no-plan': () => `${NOT_SENT} The account has no support plan with an API. Answer in the console.`,
  'no-role': () =>
    `${NOT_SENT} The account does not let Reeve answer: its organizational unit is not among \`organization.writerTargets\`, or the role is not there yet. Answer in the console.`,
  'not-taken': () => `${NOT_SENT} AWS did not take it. Answer in the console.`,
  'gave-up': () =>
    `${NOT_SENT} AWS could not be reached for a day. Write it again, or answer in the console.`,
  unknown: () =>
    'AWS was asked, gave no answer, and cannot be asked now whether it was done. Look at the case in the console before you write it again.',
};

async function offerOf(body: string | undefined): Promise<string> {
  const command = parseCommand(body ?? '');
  if (!command || !('text' in command)) return '';
  const secrets = await findSecrets(command.text);
  // AWS would not take it so either, nor the tracker such a comment.
  if (!secrets || secrets.masked.length > LONGEST_OFFER) return ' Write it again without that.';
  return ` This could be sent:\n\n${fenced(`/aws ${command.word}\n${secrets.masked}`)}`;
}

function textOf(body = ''): string {
  const command = parseCommand(body);
  return command && 'text' in command ? command.text : '';
}

/** A fence that is longer than any in the text. */
function fenced(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${fence}text\n${text}\n${fence}`;
}

function plain(text = ''): string {
  return text.replaceAll(/[^\w ,.-]/g, '');
}
