import type { AnswerRow } from '#lambdas/case-trackers/answer/answer-row.ts';
import { MOST_FILE_BYTES, MOST_TEXT_BYTES } from '#lambdas/case-trackers/attach/file-limits.ts';

/** Why files of a comment are not sent. All of them, for a message with half of its files says something else. */
export type FileTrouble =
  | 'file-missing'
  | 'file-pointer'
  | 'file-empty'
  | 'file-too-big'
  | 'file-secret'
  | 'file-long-text'
  | 'file-refused'
  | 'files-slow';

type Words = (file: string, row: AnswerRow) => string;

const IN_CONSOLE = 'attach it in the console, to which the issue links at its top';
const MEGABYTE = 1024 * 1024;

const SAYS: Record<FileTrouble, Words> = {
  'file-missing': (file) =>
    `Reeve cannot read ${file}: it is gone, or not shown to Reeve's token. Files of the repository need *Contents: read*; those in comments of a private repository GitHub shows to classic tokens only, pictures to others, too. Commit the file to the repository and link it, or ${IN_CONSOLE}.`,
  'file-pointer': (file) =>
    `${file} lies in Git LFS, and the repository holds a pointer to it only. Drop it into a comment, or ${IN_CONSOLE}.`,
  'file-empty': (file) => `${file} is empty, and AWS takes no empty files.`,
  'file-too-big': (file) =>
    `${file} has more than ${MOST_FILE_BYTES / MEGABYTE} MB, the most that Reeve carries. Make it smaller, or ${IN_CONSOLE}.`,
  'file-secret': (file, { detail = '' }) =>
    `${file} holds what looks like a secret (${detail.replaceAll(/[^\w ,.-]/g, '')}). Make it invalid, delete the file here, and attach one without it.`,
  'file-long-text': (file) =>
    `${file} is a text of more than ${MOST_TEXT_BYTES / MEGABYTE} MB, more than Reeve looks through for secrets. Send the part that matters, or ${IN_CONSOLE}.`,
  'file-refused': (file) => `AWS did not take ${file}. Send it in another form, or ${IN_CONSOLE}.`,
  'files-slow': (file) =>
    `There was no time left for ${file}: in one command Reeve carries files for a minute and a half. Send fewer of them, or smaller ones.`,
};

/** What people read; undefined where it was not for a file. `names`: of the files of the comment, as it stands. */
export function troubleText(row: AnswerRow, names: string[]): string | undefined {
  const { outcome, file = 1 } = row;
  if (!outcome || !isTrouble(outcome)) return undefined;
  const name = names[file - 1]?.replaceAll('`', "'");
  const words = SAYS[outcome](name === undefined ? `file ${file}` : `file ${file} (\`${name}\`)`, row);
  return `The case got neither text nor files. ${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function isTrouble(outcome: string): outcome is FileTrouble {
  return Object.hasOwn(SAYS, outcome);
}
