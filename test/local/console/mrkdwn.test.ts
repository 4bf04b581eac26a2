import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '#local/console/slack/inline.ts';
import { parseMrkdwn } from '#local/console/slack/mrkdwn.ts';

const escapeAsSenders = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe("Slack's markup", () => {
  it.each([
    [
      '*Where*\nhere',
      [
        { kind: 'text', text: 'Where', style: { bold: true } },
        { kind: 'text', text: '\nhere' },
      ],
    ],
    ['a _b_ ~c~', 'a b c'],
    ['2*3*4 and snake_case_name', '2*3*4 and snake_case_name'],
    ['`*raw*`', [{ kind: 'text', text: '*raw*', style: { code: true } }]],
    ['*bold `code`*', 'bold code'],
    [
      '<https://aws.amazon.com/a?b=1&amp;c=2|docs>',
      [{ kind: 'link', text: 'docs', url: 'https://aws.amazon.com/a?b=1&c=2' }],
    ],
    ['see https://aws.amazon.com now', 'see https://aws.amazon.com now'],
    ['*no\nbold*', '*no\nbold*'],
    ['&lt;b&gt; &amp;amp; &quot;', '<b> &amp; &quot;'],
    [':white_check_mark: :no_such_thing:', '✅ :no_such_thing:'],
  ])('reads %j', (text, expected) => {
    const inlines = parseMrkdwn(text);
    expect(typeof expected === 'string' ? plainText(inlines) : inlines).toEqual(expected);
  });

  it('keeps a date for the reader to see in their own time', () => {
    expect(parseMrkdwn('<!date^1787836743^{date_short_pretty} {time}|2026-08-27 13:19 UTC>')).toEqual([
      {
        kind: 'date',
        at: 1787836743,
        format: '{date_short_pretty} {time}',
        fallback: '2026-08-27 13:19 UTC',
      },
    ]);
  });

  it.each(['<!channel>', '<@U0ABC>', '<!here|here>'])('shows %s as the mention it is', (text) => {
    expect(parseMrkdwn(text)).toMatchObject([{ kind: 'mention' }]);
  });

  it('makes no link of an address that a browser would run', () => {
    expect(parseMrkdwn('<javascript:alert(1)|click>')).toEqual([{ kind: 'text', text: 'click' }]);
  });

  it('finds neither mentions nor dates in escaped text, whatever it is', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.string({
        unit: fc.constantFrom(
          '<',
          '>',
          '!',
          '@',
          '#',
          '&',
          '|',
          '^',
          '*',
          '_',
          '~',
          '`',
          ':',
          '\n',
          'channel',
          ' ',
        ),
      }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const kinds = new Set(parseMrkdwn(escapeAsSenders(text)).map(({ kind }) => kind));
        expect(kinds.has('mention') || kinds.has('date')).toBe(false);
      }),
    );
  });

  it('shows escaped text without markers as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const withoutMarkers = text.replaceAll(/[*_~`:]/g, '');
        expect(plainText(parseMrkdwn(escapeAsSenders(withoutMarkers)))).toBe(withoutMarkers);
      }),
    );
  });
});
