import { cutText } from '#lambdas/chat-delivery/cut-text.ts';

/** Slack reads only these three as its own; escaped, no text can ping people or forge a link. */
export function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Escaped text within a limit that Slack counts after escaping; an entity is never split. */
export function slackText(text: string, limit: number): string {
  let length = Math.min(text.length, limit);
  let escaped = escapeSlack(cutText(text, length));
  while (escaped.length > limit) {
    length = Math.max(0, length - Math.ceil((escaped.length - limit) / 5));
    escaped = escapeSlack(cutText(text, length));
  }
  return escaped;
}

/** A moment in the reader's own time; the fallback is UTC. */
export function slackTime(isoTime: string): string {
  const time = new Date(isoTime);
  if (Number.isNaN(time.getTime())) return slackText(isoTime, 40);
  const fallback = `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `<!date^${Math.floor(time.getTime() / 1000)}^{date_short_pretty} {time}|${fallback}>`;
}
