import { isObject } from './schema-rule.ts';

// `<!channel>`, `<!here|here>`, `<!subteam^S1>`, `<@U1>`: everything but a date, which is `<!date^…>`.
const MENTION = /<(?:!(?!date\^)|@)[^<>]+>/g;
const BARE_MENTION = /@(?:channel|here|everyone)\b/g;

type Sent = { text?: unknown; blocks?: unknown; mrkdwn?: unknown; parse?: unknown; link_names?: unknown };

/** Whom a message would notify: the mentions that Slack finds in its text and blocks, in reading order. */
export function pingsIn(message: Sent): string[] {
  const linksNames =
    message.parse === 'full' || [true, 1, '1', 'true'].some((value) => value === message.link_names);
  const scan = (text: unknown) =>
    typeof text === 'string'
      ? [...(text.match(MENTION) ?? []), ...((linksNames && text.match(BARE_MENTION)) || [])]
      : [];
  const walk = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(walk);
    if (!isObject(value)) return [];
    switch (value.type) {
      case 'mrkdwn':
      case 'markdown':
        return scan(value.text);
      case 'broadcast':
        return [`<!${String(value.range)}>`];
      case 'user':
        return [`<@${String(value.user_id)}>`];
      case 'usergroup':
        return [`<!subteam^${String(value.usergroup_id)}>`];
      default:
        return Object.values(value).flatMap(walk);
    }
  };
  return [...(message.mrkdwn === false ? [] : scan(message.text)), ...walk(message.blocks)];
}
