import { describe, expect, test } from 'vitest';
import { caseSearch, type SearchableCase } from '#bin/commands/support/search/case-search.ts';
import { findPassage } from '#bin/commands/support/search/find-passage.ts';
import { parseQuery } from '#bin/commands/support/search/parse-query.ts';

const aCase = (id: string, subject: string, body = '', about = ''): SearchableCase => ({
  id,
  subject,
  body,
  about,
});
function search(query: string, cases: SearchableCase[]): string[] {
  const found = caseSearch(query);
  for (const one of cases) found.add(one);
  return found.hits();
}
const finds = (query: string, text: string) => search(query, [aCase('1', '', text)]).length === 1;

describe('a search finds', () => {
  test.each([
    ['connection', 'All Connections end at night'],
    ['connected', 'The connection is refused'],
    ['connections', 'it cannot connect'],
    ['retry', 'after three retries'],
    ['retries', 'it will retry'],
    ['timed out', 'The call times out'],
    ['running', 'two tasks run'],
    ['logs', 'the log is empty'],
    ['keys', 'one key'],
    ['tags', 'a tag'],
    ['pods', 'one pod'],
    ['vpcs', 'a vpc'],
    ['log', 'two logs'],
    ['exceeded', 'we exceed the limit'],
    ['exceed', 'LimitExceeded: limits were exceeded'],
    ['needed', 'all that we need'],
    ['speeding', 'the speed'],
    ['denied', 'policies deny it'],
    ['deletion', 'it deletes all'],
    ['caching', 'a cache'],
    ['batches', 'one batch'],
    ['roles', 'the role'],
    ['stopped', 'the tasks stop'],
    ['addresses', 'an address'],
    ['connections', 'there is no connectivity'],
    ['time', 'a timeout'],
    ['the logs', 'the LOGS'],
    ['inst', 'an instance'],
    ['S3', 'the s3 bucket'],
    ['db.r6g.large', 'a db.r6g.large instance'],
    ['ＲＤＳ', 'an RDS instance'],
    ['rds', 'ＲＤＳ の障害'],
    ['ﾀｲﾑｱｳﾄ', '関数がタイムアウトします'],
    ['タイムアウト', '関数がﾀｲﾑｱｳﾄします'],
    ['ガ', 'ｶﾞｲﾄﾞ'],
    ['サーバー', 'サーバの停止'],
    ['サーバ', 'サーバーの停止'],
    ['接続エラー', '夜間に接続エラーが出ます'],
    ['円', '費用は百万円'],
    ['円', '円安'],
    ['Lambda タイムアウト', '夜間バッチのLambdaがタイムアウト'],
    ['연결', '연결이 끊어집니다'],
    ['déjà', 'deja vu'],
    ['conexion', 'La conexión falla'],
    ['176401120034417', 'see case 176401120034417'],
  ])('%s in: %s', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  test.each([
    ['connection', 'nothing of it'],
    ['s3', 's30'],
    ['接続エラー', '接続は切れません。エラーの接続'],
    ['エラー接続', '接続エラー'],
    ['rds aurora', 'an RDS instance'],
    ['ct', 'connect'],
    ['nection', 'connection'],
    ['speed', 'a specific subnet'],
    ['exceed', 'an exception of Excel'],
    ['proceed', 'the process'],
    ['station', 'the state and status of a static site'],
    ['during', 'the duration'],
    ['position', 'positive'],
    ['version', 'a verse'],
    ['logs', 'login fails'],
    ['timed', 'timber'],
    ['string', 'a strict rule'],
    ['!?', '!?'],
  ])('not %s in: %s', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });
});

test('the subject weighs more than the body, a whole word more than a longer one', () => {
  const cases = [
    aCase('body', 'Nights', 'latency latency latency'),
    aCase('subject', 'Latency of the queue', 'nothing'),
    aCase('none', 'x', 'y'),
  ];
  expect(search('latency', cases)).toEqual(['subject', 'body']);
  expect(search('data', [aCase('longer', 'database'), aCase('whole', 'data of ours')])).toEqual([
    'whole',
    'longer',
  ]);
});

test('words may be in different places of a case, and all must be there', () => {
  const cases = [
    aCase('both', 'Timeouts', 'of the cluster', '12345'),
    aCase('one', 'Timeouts', 'of all', '12345'),
  ];
  expect(search('timeout cluster 12345', cases)).toEqual(['both']);
});

describe('a passage', () => {
  const shown = (text: string, query: string) => {
    const { text: part = '', marks = [] } = findPassage(text, parseQuery(query)) ?? {};
    return marks.map(([start, end]) => part.slice(start, end));
  };

  test.each([
    ['All Connections of a connection', 'connect', ['Connections', 'connection']],
    ['夜間にｶﾞｲﾄﾞとガイドを', 'ガイド', ['ｶﾞｲﾄﾞ', 'ガイド']],
    ['Ｒ Ｄ', 'r d', ['Ｒ', 'Ｄ']],
    ['ﬁles of Ångström', 'files angstrom', ['ﬁles', 'Ångström']],
    ['𠮷野家の接続', '接続', ['接続']],
    ['接続続', '接続', ['接続']],
    ['nothing', 'else', []],
  ])('of %s marks %s as it was written', (text, query, words) => {
    expect(shown(text, query)).toEqual(words);
  });

  test('is one line around the first place, and says where it is cut', () => {
    const text = `${'before '.repeat(40)}\nthe timeout\n${'after '.repeat(60)}`;
    const passage = findPassage(text, parseQuery('timeout'));
    expect(passage).toMatchObject({ isCutBefore: true, isCutAfter: true, found: 1 });
    expect(passage?.text).not.toContain('\n');
    expect(passage?.text.length).toBeLessThanOrEqual(181);
  });
});
