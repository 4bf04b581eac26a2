import { expect, it } from 'vitest';
import { blockKitErrors } from '#local/counterparts/slack/block-kit-rules.ts';

const richText = (...elements: object[]) => [{ type: 'rich_text', elements }];
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const text = (value: string, extra: object = {}) => ({ type: 'text', text: value, ...extra });
const date = (extra: object) => ({
  type: 'date',
  timestamp: 1_764_000_000,
  format: '{date_num} {time}',
  ...extra,
});

const accepted: [string, object[]][] = [
  ['styled text', [section(text('a', { style: { bold: true, code: true } }))]],
  ['a link', [section({ type: 'link', url: 'https://a.example', text: 'a' })]],
  ['a date with a fallback', [section(date({ fallback: '24 November', url: 'https://a.example' }))]],
  [
    'an emoji',
    [section({ type: 'emoji', name: 'rotating_light' }, { type: 'emoji', name: 'wave::skin-tone-3' })],
  ],
  ['a list', [{ type: 'rich_text_list', style: 'bullet', indent: 1, elements: [section(text('a'))] }]],
  ['preformatted text', [{ type: 'rich_text_preformatted', border: 0, elements: [text('a')] }]],
  ['a quote', [{ type: 'rich_text_quote', elements: [text('a')] }]],
];

it.each(accepted)('takes %s', (_, elements) => {
  expect(blockKitErrors(richText(...elements))).toEqual([]);
});

const refused: [string, object[], string][] = [
  ['no elements', [], '/blocks/0/elements'],
  ['a text at the top', [text('a')], '/blocks/0/elements/0/type'],
  ['an empty section', [section()], '/blocks/0/elements/0/elements'],
  ['an empty text', [section(text(''))], '/blocks/0/elements/0/elements/0/text'],
  [
    'an unknown style',
    [section(text('a', { style: { loud: true } }))],
    '/blocks/0/elements/0/elements/0/style',
  ],
  [
    'an empty link text',
    [section({ type: 'link', url: 'https://a.example', text: '' })],
    '/blocks/0/elements/0/elements/0/text',
  ],
  ['a link without a URL', [section({ type: 'link' })], '/blocks/0/elements/0/elements/0'],
  [
    'a date in words',
    [section(date({ timestamp: '1764000000' }))],
    '/blocks/0/elements/0/elements/0/timestamp',
  ],
  ['an unknown date token', [section(date({ format: '{day}' }))], '/blocks/0/elements/0/elements/0/format'],
  [
    'a date format without a token',
    [section(date({ format: 'today' }))],
    '/blocks/0/elements/0/elements/0/format',
  ],
  [
    'an emoji with colons',
    [section({ type: 'emoji', name: ':wave:' })],
    '/blocks/0/elements/0/elements/0/name',
  ],
  [
    'a list of texts',
    [{ type: 'rich_text_list', style: 'bullet', elements: [text('a')] }],
    '/blocks/0/elements/0/elements/0/type',
  ],
  [
    'a list without a style',
    [{ type: 'rich_text_list', elements: [section(text('a'))] }],
    '/blocks/0/elements/0',
  ],
  [
    'a list nine deep',
    [{ type: 'rich_text_list', style: 'bullet', indent: 9, elements: [section(text('a'))] }],
    '/blocks/0/elements/0/indent',
  ],
  [
    'an emoji in preformatted text',
    [{ type: 'rich_text_preformatted', elements: [{ type: 'emoji', name: 'wave' }] }],
    '/blocks/0/elements/0/elements/0/type',
  ],
];

it.each(refused)('refuses %s', (_, elements, pointer) => {
  expect(blockKitErrors(richText(...elements))).toEqual([
    expect.stringContaining(`[json-pointer:${pointer}]`),
  ]);
});
