import { describe, expect, it } from 'vitest';
import { toMessageViews } from '#local/console/slack/message-view.ts';
import type { SlackMessage } from '#local/counterparts/slack/workspace.ts';

const aMessage = (fields: Partial<SlackMessage> = {}): SlackMessage => ({
  ts: '1764000000.000100',
  bot: 'B1',
  text: 'hello',
  blocks: [],
  reactions: [],
  deleted: false,
  pings: [],
  ...fields,
});

const shown = (block: object) => toMessageViews([aMessage({ blocks: [block] })])[0]?.blocks;

describe('a Slack message', () => {
  it('stands above its replies', () => {
    const reply = aMessage({ ts: '1764000001.000100', thread_ts: '1764000000.000100', text: 'more' });
    const other = aMessage({ ts: '1764000002.000100' });
    expect(toMessageViews([aMessage(), reply, other])).toMatchObject([
      { id: '1764000000.000100', replies: [{ id: '1764000001.000100' }] },
      { id: '1764000002.000100', replies: [] },
    ]);
  });

  it('shows its text where it has no blocks', () => {
    expect(toMessageViews([aMessage({ text: '*hi*' })])[0]?.blocks).toEqual([
      { kind: 'text', inlines: [{ kind: 'text', text: 'hi', style: { bold: true } }] },
    ]);
  });

  it('tells when it was edited, who reacted and whom it notifies', () => {
    const message = aMessage({
      edited: { ts: '1764000060.000000' },
      reactions: [{ name: 'white_check_mark', users: ['B1'] }],
      pings: ['<!channel>'],
    });
    expect(toMessageViews([message])).toMatchObject([
      {
        editedAt: 1_764_000_060_000,
        reactions: [{ emoji: '✅', name: 'white_check_mark', count: 1 }],
        pings: ['<!channel>'],
      },
    ]);
  });
});

describe('a block', () => {
  it.each([
    [
      { type: 'header', text: { type: 'plain_text', text: ':bell: <b>' } },
      [{ kind: 'header', text: '🔔 <b>' }],
    ],
    [{ type: 'divider' }, [{ kind: 'divider' }]],
    [{ type: 'video' }, [{ kind: 'other', type: 'video' }]],
    [
      { type: 'section', text: { type: 'plain_text', text: '*not bold* :bell:', emoji: false } },
      [{ kind: 'text', inlines: [{ kind: 'text', text: '*not bold* :bell:' }] }],
    ],
    [
      { type: 'actions', elements: [{ type: 'button', text: { text: 'Open' }, url: 'https://a.example/' }] },
      [{ kind: 'actions', buttons: [{ text: 'Open', url: 'https://a.example/' }] }],
    ],
    [
      { type: 'actions', elements: [{ type: 'button', text: { text: 'Run' }, url: 'javascript:alert(1)' }] },
      [{ kind: 'actions', buttons: [{ text: 'Run', url: undefined }] }],
    ],
  ])('%j is drawn as Slack draws it', (block, expected) => {
    expect(shown(block)).toEqual(expected);
  });

  it('of rich text keeps lists, links, styles and dates', () => {
    const elements = [
      { type: 'link', url: 'https://a.example/', text: 'i-1' },
      { type: 'text', text: ' *pending*', style: { bold: true } },
      { type: 'date', timestamp: 1, format: '{time}', fallback: '00:00' },
    ];
    const items = [{ type: 'rich_text_section', elements }];
    const list = { type: 'rich_text_list', style: 'bullet', indent: 1, elements: items };
    expect(shown({ type: 'rich_text', elements: [list] })).toEqual([
      {
        kind: 'list',
        ordered: false,
        indent: 1,
        items: [
          [
            { kind: 'link', text: 'i-1', url: 'https://a.example/' },
            { kind: 'text', text: ' *pending*', style: { bold: true } },
            { kind: 'date', at: 1, format: '{time}', fallback: '00:00' },
          ],
        ],
      },
    ]);
  });
});
