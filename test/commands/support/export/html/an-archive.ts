import { toRecord } from '#bin/commands/support/export/case-record.ts';
import { toArchive } from '#bin/commands/support/export/html/to-archive.ts';
import type { ReadCase } from '#bin/commands/support/read-threads.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import { aBook, aCaseRow, aMessage, aThread } from '#test/commands/support/a-case.ts';
import { collected } from '#test/runtime/tables/collected.ts';

export const ACCOUNTS: Account[] = [
  { id: '111122223333', name: 'payments-prod', ou: '/prod', owner: 'payments', tags: {} },
  { id: '444455556666', name: 'shop-dev', ou: '/dev', tags: {} },
];

const DATABASE = aCaseRow({
  subject: 'Connections to ledger-db drop every night',
  status: 'pending-customer-action',
  waitingSince: '2026-11-21T11:00:00.000Z',
  firstAnswerAt: '2026-11-20T10:50:00.000Z',
  redaction: { version: 1, found: { password: 1 } },
  messages: 3,
});
const FUNCTION = aCaseRow({
  account: '444455556666',
  displayId: '176394455501230',
  subject: '夜間バッチの Lambda がタイムアウトします',
  service: 'aws-lambda',
  severity: 'normal',
  language: 'ja',
  createdAt: '2026-11-18T17:00:00.000Z',
});
const BILL = aCaseRow({
  displayId: '176300000000001',
  withheld: 'account-and-billing',
  subject: '',
  severity: 'low',
});
const DONE = aCaseRow({
  displayId: '176200000000002',
  account: '444455556666',
  subject: 'Raise the rate of PutEvents',
  service: 'amazon-eventbridge',
  status: 'resolved',
  severity: 'low',
  createdAt: '2026-10-02T09:00:00.000Z',
  resolvedAt: '2026-10-05T09:00:00.000Z',
});

/** What an archive shows in its usual state: cases of both turns, of two languages, one withheld. */
export const USUAL_CASES: ReadCase[] = [
  {
    row: DATABASE,
    thread: aThread(DATABASE, {
      messages: [
        aMessage({
          body: 'Since Monday all connections to ledger-db in eu-central-1 end at 02:10 UTC.\nWe used [password 1] for the test user.',
          attachments: [{ id: 'x', fileName: 'postgresql.log' }],
        }),
        aMessage({
          key: 'k2',
          at: '2026-11-20T10:50:00.000Z',
          from: 'aws',
          author: 'Amazon Web Services',
          body: 'Hello,\n\nA parameter of your group ends idle sessions:\n\n  idle_session_timeout = 7200000\n\nSince when is it set? You can see its history in AWS Config.\n\nKind regards',
        }),
        aMessage({
          key: 'k3',
          at: '2026-11-21T11:00:00.000Z',
          from: 'aws',
          author: 'Amazon Web Services',
          body: 'Did you find the time to look at it?',
        }),
      ],
    }),
  },
  {
    row: FUNCTION,
    thread: aThread(FUNCTION, {
      messages: [
        aMessage({
          author: '山田',
          body: '毎晩 2 時(JST)に関数 nightly-batch がﾀｲﾑｱｳﾄします。接続エラーも出ます。',
        }),
        aMessage({
          from: 'aws',
          author: 'Amazon Web Services',
          body: 'お問い合わせありがとうございます。タイムアウトの設定を 15 分に変更してください。',
        }),
      ],
    }),
  },
  { row: BILL },
  { row: DONE, thread: aThread(DONE, { messages: [aMessage({ body: 'We need 20,000 a second.' })] }) },
];

/** The page of an archive. */
export async function anArchive(read: Iterable<ReadCase>, accounts: Account[] = ACCOUNTS): Promise<string> {
  const all = [...read];
  const book = aBook(accounts);
  const records = async function* () {
    for (const one of all) yield toRecord(one, book.of(one.row.account));
  };
  const withheld = all.filter(({ row }) => row.withheld).length;
  const about = { cases: all.length, withheld, exportedAt: '2026-11-23T12:00:00.000Z' };
  return (await collected(toArchive(records(), about))).toString();
}
