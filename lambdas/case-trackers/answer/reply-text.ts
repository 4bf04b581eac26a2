import type { Misuse } from '#lambdas/case-trackers/answer/parse-command.ts';

/** What AddCommunicationToCase takes: https://docs.aws.amazon.com/awssupport/latest/APIReference/API_AddCommunicationToCase.html */
const MOST_CHARACTERS = 8000;

export type Source = { tracker: string; author: string; comment: string };

/** The last line of what is sent: no two commands have the same, so that AWS can be asked whether it has the message. */
export function postedBy({ tracker, author, comment }: Source): string {
  return `Posted by ${oneWord(author)} via ${oneWord(tracker)}, comment ${oneWord(comment)}`;
}

/** The message as AWS gets it, or why it cannot. */
export function replyText(text: string, source: Source): string | Misuse {
  const whole = `${text}\n\n${postedBy(source)}`;
  if (whole.length <= MOST_CHARACTERS) return whole;
  const most = MOST_CHARACTERS - (whole.length - text.length);
  return {
    misuse: `The reply has ${text.length} characters, and ${most} are the most that AWS takes beside the line that names you. Write it in two replies.`,
  };
}

/** Whether a message of a case ends with the line of a command. */
export function isPostedBy(body: string, source: Source): boolean {
  return body.trimEnd().split('\n').at(-1)?.trim() === postedBy(source);
}

/** The command that a message of a case says it came by. Anyone can write such a line: ask whether that was sent. */
export function commentOf(body: string, tracker: string): string | undefined {
  const line = body.trimEnd().split('\n').at(-1)?.trim() ?? '';
  const said = /^Posted by \S+ via (?<tracker>\S+), comment (?<comment>\S+)$/.exec(line)?.groups;
  return said?.['tracker'] === oneWord(tracker) ? said['comment'] : undefined;
}

function oneWord(text: string): string {
  return text.replaceAll(/\s/g, '_');
}
