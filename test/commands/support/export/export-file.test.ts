import { parse as parseCsv } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { toRecord } from '#bin/commands/support/export/case-record.ts';
import { type Export, exportFile } from '#bin/commands/support/export/export-file.ts';
import { readExport } from '#bin/commands/support/export/export-format.ts';
import { toJsonLines } from '#bin/commands/support/export/json-export.ts';
import type { ReadCase } from '#bin/commands/support/read-threads.ts';
import { readZip } from '#test/commands/cost/xlsx/read-zip.ts';
import { aBook, aCaseRow, aMessage, aThread } from '#test/commands/support/a-case.ts';
import { collected } from '#test/runtime/tables/collected.ts';

const ACCOUNT = '000000000012';
const BOOK = aBook([{ id: ACCOUNT, name: 'lab', ou: '/dev', owner: 'us' }]);
const ROW = aCaseRow({
  account: ACCOUNT,
  displayId: '000962049400621',
  firstAnswerAt: '2026-11-20T10:50:20.000Z',
  redaction: { version: 3, found: { 'e-mail': 2, password: 1 } },
});
const WITHHELD = aCaseRow({
  account: ACCOUNT,
  displayId: '2',
  subject: 'of bills',
  withheld: 'account-and-billing',
});
const READ: ReadCase[] = [
  {
    row: ROW,
    thread: aThread(ROW, {
      messages: [aMessage({ body: '=1+1' }), aMessage({ attachments: [{ id: 'x', fileName: 'a.log' }] })],
    }),
  },
  // Whatever lies in the store of a withheld case stays there.
  { row: WITHHELD, thread: aThread(WITHHELD, { messages: [aMessage({ body: 'secret' })] }) },
  { row: aCaseRow({ account: ACCOUNT, displayId: '3' }) },
];
const A_FILE = `---
case: "000962049400621"
account: "000000000012"
account_name: "lab"
ou: "/dev"
owner: "us"
subject: "Connections drop every night"
status: "work-in-progress"
turn: "aws"
service: "amazon-rds"
category: "connectivity"
severity: "high"
opened: "2026-11-20T10:00:00.000Z"
first_answer: "2026-11-20T10:50:20.000Z"
first_answer_minutes: 50
redaction_version: 3
---

# Connections drop every night

## 2026-11-20 10:00 UTC, operator

\`\`\`text
=1+1
\`\`\`

## 2026-11-20 10:00 UTC, operator

\`\`\`text
All connections end at 02:10 UTC.
\`\`\`

- File: a.log
`;

async function written(parts: Partial<Export>): Promise<Buffer> {
  const records = async function* () {
    for (const read of READ) yield toRecord(read, BOOK.of(read.row.account));
  };
  const names = ['a/1.md', 'a/2.md', 'a/3.md'];
  const exportedAt = new Date('2026-11-23T12:00:00Z');
  const asked: Export = {
    format: 'json',
    subject: 'cases',
    excel: false,
    exportedAt,
    withheld: 1,
    names,
    ...parts,
  };
  return collected(exportFile(asked, records()));
}
type Parsed = { displayId: string; account: string; messages: { body: string; files: string[] }[] };

test('JSON and JSON lines hold whole threads, and numbers as text (Gregy/aws-support-cases-exporter)', async () => {
  const { exportedAt, cases } = JSON.parse((await written({})).toString()) as {
    exportedAt: string;
    cases: Parsed[];
  };
  expect(exportedAt).toBe('2026-11-23T12:00:00.000Z');
  expect(cases).toMatchObject([
    { account: ACCOUNT, accountName: 'lab', ou: '/dev', owner: 'us', displayId: '000962049400621' },
    { displayId: '2', withheld: 'account-and-billing', subject: '', messages: [] },
    { displayId: '3', isGone: true, messages: [] },
  ]);
  expect(cases[0]?.messages).toMatchObject([{ body: '=1+1' }, { files: ['a.log'] }]);
  const lines = (await written({ format: 'jsonl' })).toString();
  expect(
    lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Parsed),
  ).toEqual(cases);
});

test('JSON lines are one line a case to readers that know more ends of lines than one', async () => {
  const body = 'one\u2028two\u2029three\u0085four\u000bfive';
  const read = { row: ROW, thread: aThread(ROW, { messages: [aMessage({ body })] }) };
  const records = async function* () {
    yield toRecord(read, BOOK.of(ACCOUNT));
  };
  const text = (await collected(toJsonLines(records()))).toString();

  const ends = ['\n', '\r', '\u000b', '\u000c', '\u001c', '\u001d', '\u001e', '\u0085', '\u2028', '\u2029'];
  expect(ends.filter((end) => text.trimEnd().includes(end))).toEqual([]);
  expect(JSON.parse(text)).toMatchObject({ messages: [{ body }] });
});

test('CSV keeps leading zeros and 15 digits, and runs no formula (Gregy/aws-support-cases-exporter)', async () => {
  const cases = parseCsv<Record<string, string>>(await written({ format: 'csv' }), { columns: true });
  expect(cases).toMatchObject([
    { account: ACCOUNT, case: '000962049400621', first_answer_minutes: '50', taken_out: '3', withheld: '' },
    { case: '2', subject: '', withheld: 'account-and-billing' },
    { case: '3' },
  ]);
  const messages = parseCsv<Record<string, string>>(await written({ format: 'csv', subject: 'messages' }), {
    columns: true,
  });
  expect(messages).toMatchObject([
    { case: '000962049400621', number: '1', from: 'customer', body: "'=1+1" },
    { number: '2', files: 'a.log' },
  ]);
  expect((await written({ format: 'csv', excel: true })).subarray(0, 3).toString('hex')).toBe('efbbbf');
});

test('Markdown is a file a case, each under its own name', async () => {
  const files = readZip(await written({ format: 'markdown' }));
  expect([...files.keys()]).toEqual(['a/1.md', 'a/2.md', 'a/3.md']);
  expect(files.get('a/1.md')).toBe(A_FILE);
  expect(files.get('a/2.md')).toContain('withheld: "account-and-billing"');
  expect(files.get('a/2.md')).not.toMatch(/service|category/);
  expect([...files.values()].join()).not.toMatch(/secret|of bills/);
});

test('the page carries the licence of the search in it, and nothing that ends its script', async () => {
  const page = (await written({ format: 'html' })).toString();
  const [, script = ''] = page.split('<script type="module">');
  expect(script).toContain('Copyright 2022 Luca Ongaro');
  expect(script).toContain('Permission is hereby granted, free of charge');
  expect(script.match(/<\/script/gi)).toHaveLength(1);
});

test('a thread that cannot be read breaks the file, whatever its format', async () => {
  const broken = async function* () {
    yield toRecord(READ[0] as ReadCase, BOOK.of(ACCOUNT));
    throw new Error('S3 is away');
  };
  for (const format of ['json', 'jsonl', 'csv', 'markdown', 'html'] as const) {
    const asked: Export = {
      format,
      subject: 'cases',
      excel: false,
      exportedAt: new Date(0),
      withheld: 0,
      names: ['1', '2'],
    };
    await expect(collected(exportFile(asked, broken())), format).rejects.toThrow('S3 is away');
  }
});

test.each([
  [{ out: 'a.JSONL' }, { format: 'jsonl', subject: 'cases', excel: false }],
  [{ out: 'a.zip' }, { format: 'markdown', subject: 'cases', excel: false }],
  [
    { out: 'a.txt', format: 'csv', of: 'messages', excel: true },
    { format: 'csv', subject: 'messages', excel: true },
  ],
  [{ out: 'a.txt' }, '--format must be'],
  [{ format: 'xml' }, '--format must be'],
  [{ format: 'json', of: 'messages' }, '--of is for'],
  [{ format: 'csv', of: 'all' }, '--of must be'],
  [{ format: 'json', excel: true }, '--excel is for'],
])('%j: %j', (given, wanted) => {
  const read = () => readExport({ format: undefined, out: undefined, of: 'cases', excel: false, ...given });
  if (typeof wanted === 'string') expect(read).toThrow(wanted);
  else expect(read()).toEqual(wanted);
});
