import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { Marked, type Token } from 'marked';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { toRecord } from '#bin/commands/support/export/case-record.ts';
import { messageRowsOf, SUPPORT_MESSAGES } from '#bin/commands/support/export/case-tables.ts';
import { caseMarkdown } from '#bin/commands/support/export/markdown/case-markdown.ts';
import { fileNameOf } from '#bin/commands/support/export/markdown/file-name.ts';
import { frontMatter } from '#bin/commands/support/export/markdown/front-matter.ts';
import { toCsv } from '#lambdas/runtime/tables/csv.ts';
import { aCaseRow, aMessage, aThread } from '#test/commands/support/a-case.ts';
import { collected } from '#test/runtime/tables/collected.ts';

const piece = fc.constantFrom(
  '\ud800',
  '=1+1',
  '+',
  '-',
  '@cmd',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\0',
  '＝',
  '＋',
  '－',
  '＠',
  '"',
  ',',
  "'",
  ';',
  '---',
  '...',
  ': ',
  '```',
  '````\n',
  '~~~',
  '# ',
  '- ',
  '1. ',
  '> ',
  '| a |',
  '<script>',
  '</div>',
  '&amp;',
  '![x](//e.example)',
  '[a](b)',
  'https://e.example/a',
  'www.e.example',
  'me@e.example',
  '**b**',
  '`c`',
  '\\',
  '$x$',
  '[^1]',
  '\u2028',
  '\u0085',
  '\ufeff',
  '東京',
  '夜間',
  '😀',
  'yes',
  '0012',
  '2026-11-23',
  '{',
  '%',
  '!',
  '    ',
  '\n\n',
  '../',
  'CON',
  '.',
  ' ',
);
const hostile = fc
  .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 8 })
  .map((parts) => parts.join(''));
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;
const recordOf = (subject: string, body: string, author = 'a', file = 'f') =>
  toRecord(
    {
      row: aCaseRow({ subject }),
      thread: aThread(aCaseRow(), {
        messages: [aMessage({ body, author, attachments: [{ id: 'x', fileName: file }] })],
      }),
    },
    { id: '111122223333', tags: {} },
  );

test('a CSV of messages gives back each text; only what would be a formula has an apostrophe in front', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (body, author) => {
      const bytes = await collected(toCsv(SUPPORT_MESSAGES, [messageRowsOf(recordOf('s', body, author))]));
      const [row, ...others] = parseCsv<Record<string, string>>(bytes, {
        columns: true,
        record_delimiter: '\r\n',
      });
      expect(others).toEqual([]);
      for (const [name, text] of Object.entries({ body, author })) {
        const written = text.toWellFormed();
        expect(row?.[name]).toBe(FORMULA.test(written) ? `'${written}` : written);
        expect(row?.[name]).not.toMatch(FORMULA);
      }
    }),
    { numRuns: 500 },
  );
});

test('front matter is YAML that gives back each text', () => {
  fc.assert(
    fc.property(hostile, hostile, (one, other) => {
      const text = frontMatter({ one, other, number: 12, none: undefined });
      const lines = text.split('\n');
      expect([lines[0], lines.length, lines.at(-2)]).toEqual(['---', 6, '---']);
      const read = parseYaml(lines.slice(1, -2).join('\n')) as unknown;
      expect(read).toEqual({ one: one.toWellFormed(), other: other.toWellFormed(), number: 12 });
    }),
    { numRuns: 1_000 },
  );
});

const markdown = new Marked({ gfm: true });
/** All kinds of tokens below some, each with its text. */
function tokensBelow(tokens: Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...tokensBelow('tokens' in token ? (token.tokens ?? []) : [])]);
}

test('in Markdown a message is the block that it was written as, and no other text is markup', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, hostile, (subject, part, author, file) => {
      // The parser counts blank lines at the end of a block differently.
      const body = `first\n${part}\nlast`;
      const text = caseMarkdown(recordOf(subject, body, author, file));
      const top = markdown
        .lexer(text.slice(text.indexOf('\n---\n\n') + 6))
        .filter(({ type }) => type !== 'space');
      expect(top.map(({ type }) => type)).toEqual(['heading', 'heading', 'code', 'list']);
      const code = top[2] as Token & { text: string; lang: string };
      expect(code.lang).toBe('text');
      expect(code.text).toBe(body.replaceAll(/\r\n?/g, '\n'));
      const [list] = tokensBelow([top[3] as Token]) as (Token & { items: { tokens: Token[] }[] })[];
      const words = [
        ...tokensBelow([top[0] as Token, top[1] as Token]),
        ...tokensBelow(list?.items[0]?.tokens ?? []),
      ];
      expect(list?.items).toHaveLength(1);
      for (const { type } of words) expect(['heading', 'text', 'escape', 'paragraph']).toContain(type);
    }),
    { numRuns: 1_000 },
  );
});

test('the name of a file stays in its folder and can be made on any system', () => {
  fc.assert(
    fc.property(hostile, hostile, (name, displayId) => {
      const path = fileNameOf({ id: '111122223333', name }, displayId);
      expect(path).toMatch(/^(?:[\p{L}\p{N}\p{M}_-]{1,60}-)?111122223333\/[\p{L}\p{N}\p{M}_-]{1,60}\.md$/u);
    }),
    { numRuns: 1_000 },
  );
});
