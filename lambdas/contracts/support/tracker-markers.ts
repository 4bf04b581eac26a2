/** Hidden in the body of an item, as its first line: whose case it mirrors. */
export function caseMarker({ account, displayId }: { account: string; displayId: string }): string {
  return `<!-- aws-case:${account}:${safe(displayId)} -->`;
}

/** Whose case an item says it mirrors. Anyone can write such a line: compare it with what was delivered. */
export function caseOfMarker(body: string): { account: string; displayId: string } | undefined {
  const said = /^<!-- aws-case:(?<account>\d{12}):(?<displayId>[\w/:.]{1,100}) -->(?:\r?\n|$)/.exec(
    body,
  )?.groups;
  return said && { account: said['account'] ?? '', displayId: said['displayId'] ?? '' };
}

/** Hidden in a comment, as its first line. `note`: the key of the message, and what tells parts and corrections apart. */
export function noteMarker(note: string): string {
  return `<!-- aws-message:${safe(note)} -->`;
}

/** Nothing in it can end the comment. */
function safe(text: string): string {
  return text.replaceAll(/[^\w/:.]/g, '_');
}

/** Hidden in what is said to a command, as its first line. */
export function answerMarker(comment: string): string {
  return `<!-- aws-answer:${safe(comment)} -->`;
}
