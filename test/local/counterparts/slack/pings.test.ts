import { expect, it } from 'vitest';
import { pingsIn } from '#local/counterparts/slack/pings.ts';

const section = (type: string, text: string) => ({ blocks: [{ type: 'section', text: { type, text } }] });
const richText = (...elements: object[]) => ({
  blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }],
});

const pinging: [string, object, string[]][] = [
  ['a broadcast in the text', { text: 'a <!channel> b' }, ['<!channel>']],
  ['a broadcast with a label', { text: '<!here|here>' }, ['<!here|here>']],
  ['a user and a group in mrkdwn', section('mrkdwn', '<@U1> <!subteam^S1>'), ['<@U1>', '<!subteam^S1>']],
  ['a markdown block', { blocks: [{ type: 'markdown', text: '<!everyone>' }] }, ['<!everyone>']],
  [
    'rich text mentions',
    richText({ type: 'broadcast', range: 'here' }, { type: 'user', user_id: 'U1' }),
    ['<!here>', '<@U1>'],
  ],
  ['a bare name if names are linked', { text: '@channel', link_names: true }, ['@channel']],
];

it.each(pinging)('finds %s', (_, message, pings) => {
  expect(pingsIn(message)).toEqual(pings);
});

const quiet: [string, object][] = [
  ['escaped text', { text: '&lt;!channel&gt;' }],
  ['plain text', section('plain_text', '<!channel>')],
  ['the text of a rich_text element', richText({ type: 'text', text: '<!channel>' })],
  ['a date', { text: '<!date^1764000000^{date}|today>' }],
  ['a link', { text: '<https://a.example|@here>' }],
  ['a bare name', { text: '@channel' }],
  ['a text that is not markup', { text: '<!channel>', mrkdwn: false }],
];

it.each(quiet)('finds nobody in %s', (_, message) => {
  expect(pingsIn(message)).toEqual([]);
});
