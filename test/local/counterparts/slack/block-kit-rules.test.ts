import { check, jsonValue, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockCharacters, blockKitErrors, blocksRefusal } from '#local/counterparts/slack/block-kit-rules.ts';

const a = (length: number) => 'a'.repeat(length);
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
const divider = (extra: object = {}) => ({ type: 'divider', ...extra });
const button = (extra: object = {}) => ({ type: 'button', text: plain('Open'), ...extra });
const many = <T>(count: number, item: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => item(i));
const link = (length: number) => `https://a.example/${a(length - 18)}`;

const limits: [string, number, (size: number) => object, string][] = [
  ['section text', 3000, (n) => section(a(n)), '/blocks/0/text/text'],
  ['fields', 10, (n) => ({ type: 'section', fields: many(n, () => plain('x')) }), '/blocks/0/fields'],
  ['a field', 2000, (n) => ({ type: 'section', fields: [mrkdwn(a(n))] }), '/blocks/0/fields/0/text'],
  ['a header', 150, (n) => ({ type: 'header', text: plain(a(n)) }), '/blocks/0/text/text'],
  ['actions', 25, (n) => ({ type: 'actions', elements: many(n, () => button()) }), '/blocks/0/elements'],
  [
    'button text',
    75,
    (n) => ({ type: 'actions', elements: [button({ text: plain(a(n)) })] }),
    '/blocks/0/elements/0/text/text',
  ],
  [
    'a button URL',
    3000,
    (n) => ({ type: 'actions', elements: [button({ url: link(n) })] }),
    '/blocks/0/elements/0/url',
  ],
  [
    'a button value',
    2000,
    (n) => ({ type: 'section', text: plain('x'), accessory: button({ value: a(n) }) }),
    '/blocks/0/accessory/value',
  ],
  ['context', 10, (n) => ({ type: 'context', elements: many(n, () => mrkdwn('x')) }), '/blocks/0/elements'],
  ['block_id', 255, (n) => divider({ block_id: a(n) }), '/blocks/0/block_id'],
  ['alt_text', 2000, (n) => ({ type: 'image', image_url: link(40), alt_text: a(n) }), '/blocks/0/alt_text'],
  ['markdown', 12_000, (n) => ({ type: 'markdown', text: a(n) }), '/blocks/0/text'],
];

describe('the limits of blocks', () => {
  it.each(limits)('takes %s at %i and refuses one more', (_, limit, build, pointer) => {
    expect(blockKitErrors([build(limit)])).toEqual([]);
    expect(blockKitErrors([build(limit + 1)])).toEqual([
      expect.stringContaining(`[json-pointer:${pointer}]`),
    ]);
  });

  it('takes 50 blocks and refuses 51', () => {
    expect(blockKitErrors(many(50, () => divider()))).toEqual([]);
    expect(blockKitErrors(many(51, () => divider()))).toEqual([
      'no more than 50 items allowed [json-pointer:/blocks]',
    ]);
  });

  it('words a long text as Slack does', () => {
    expect(blockKitErrors([section(a(3001))])).toEqual([
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ]);
  });
});

const refused: [string, object, string][] = [
  ['an unknown block', { type: 'carousell' }, 'unsupported type: carousell [json-pointer:/blocks/0/type]'],
  ['a block without a type', {}, 'missing required field: type [json-pointer:/blocks/0]'],
  ['an empty text', section(''), 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
  [
    'a section of nothing',
    { type: 'section' },
    'must define either `text` or `fields` [json-pointer:/blocks/0/type]',
  ],
  ['a bare string', { type: 'section', text: 'x' }, 'must provide an object [json-pointer:/blocks/0/text]'],
  [
    'an mrkdwn header',
    { type: 'header', text: mrkdwn('x') },
    'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
  ],
  ['a header without text', { type: 'header' }, 'missing required field: text [json-pointer:/blocks/0]'],
  [
    'an additional property',
    divider({ color: 'red' }),
    'invalid additional property: color [json-pointer:/blocks/0]',
  ],
  [
    'emoji on mrkdwn',
    { type: 'section', text: { ...mrkdwn('x'), emoji: true } },
    'invalid additional property: emoji [json-pointer:/blocks/0/text]',
  ],
  [
    'an unknown element',
    { type: 'actions', elements: [{ type: 'knob' }] },
    'unsupported type: knob [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    'a URL that is none',
    { type: 'actions', elements: [button({ url: 'console' })] },
    'must be a valid URL [json-pointer:/blocks/0/elements/0/url]',
  ],
  [
    'an image without alt_text',
    { type: 'image', image_url: link(40) },
    'missing required field: alt_text [json-pointer:/blocks/0]',
  ],
  [
    'half a surrogate pair',
    section('\ud83d'),
    'must not split a surrogate pair [json-pointer:/blocks/0/text/text]',
  ],
];

describe('the shape of blocks', () => {
  it.each(refused)('refuses %s', (_, block, message) => {
    expect(blockKitErrors([block])).toEqual([message]);
  });

  it('refuses a block_id and an action_id used twice', () => {
    expect(blockKitErrors([divider({ block_id: 'b' }), divider({ block_id: 'b' })])).toEqual([
      '`block_id` "b" already exists [json-pointer:/blocks/1/block_id]',
    ]);
    const elements = [button({ action_id: 'a' }), button({ action_id: 'a' })];
    expect(blockKitErrors([{ type: 'actions', elements }])).toHaveLength(1);
  });

  it('refuses any other JSON without throwing', () => {
    const refused = property(jsonValue(), (value) => blockKitErrors([value]).length > 0);
    expect(check(refused).counterexample).toBeNull();
  });

  it('takes any text of 1 to 3,000 characters that is well formed', () => {
    const text = string({ unit: 'binary', minLength: 1, maxLength: 1500 });
    const taken = property(text, (value) => blockKitErrors([section(value)]).length === 0);
    expect(check(taken).counterexample).toBeNull();
  });
});

describe('the size of a message', () => {
  const sized = (extra: number) => [...many(4, () => section(a(3000))), section(a(1200 + extra))];

  it('takes 13,200 characters and refuses one more', () => {
    expect(blocksRefusal(sized(0))).toBeUndefined();
    expect(blocksRefusal(sized(1))).toEqual({ error: 'msg_blocks_too_long', messages: [] });
  });

  it('counts what people see and links, not ids', () => {
    const elements = [button({ action_id: 'not counted', url: 'https://a.example' })];
    expect(blockCharacters([{ type: 'actions', block_id: 'not counted', elements }])).toBe(4 + 17);
  });
});
