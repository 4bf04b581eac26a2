import type { Command, Misuse } from '#lambdas/case-trackers/answer/parse-command.ts';
import { replyText, type Source } from '#lambdas/case-trackers/answer/reply-text.ts';
import { MOST_FILES } from '#lambdas/case-trackers/attach/file-limits.ts';
import type { LinkedFile, TrackerFiles } from '#lambdas/case-trackers/attach/tracker-files.ts';
import { textHash } from '#lambdas/case-trackers/mirror/fingerprints.ts';

type Message = { text: string; files: LinkedFile[]; hash: string };

/** What AWS gets by a command that sends something, or why it cannot. `tracker`: absent where that has no files to give. */
export function messageOf(
  command: Extract<Command, { text: string }>,
  source: Source,
  tracker: TrackerFiles | undefined,
): Message | Misuse {
  if (command.word === 'reply') {
    const text = replyText(command.text, source);
    return typeof text === 'string' ? { text, files: [], hash: textHash(text) } : text;
  }
  if (!tracker) return { misuse: 'Files of this tracker cannot be read. Attach them in the console.' };
  const { files, text: words } = tracker.linkedIn(command.text);
  const problem = problemOf(files);
  if (problem) return { misuse: problem };
  const names = files.map(({ name }) => name);
  const isSaid = lettersOf(words) !== lettersOf(names.join(''));
  const text = replyText(isSaid ? words : `Attached: ${names.join(', ')}`, source);
  if (typeof text !== 'string') return text;
  // Of the links too, behind which other files may lie by another comment of the same words.
  return { text, files, hash: textHash(text, ...files.map(({ url }) => url)) };
}

/** Without what stands between links that say nothing else: lines, bullets, commas. */
function lettersOf(text: string): string {
  return text.replaceAll(/[\s,;*+-]/g, '');
}

function problemOf({ length }: LinkedFile[]): string | undefined {
  if (length === 0)
    return 'There is no file in the comment. Drop files into it, or link files of this repository (`/blob/`), after `/aws attach`; other links are sent as text by `/aws reply`.';
  if (length <= MOST_FILES) return undefined;
  return `There are ${length} files in the comment, and AWS takes ${MOST_FILES} with a message. Write two comments.`;
}
