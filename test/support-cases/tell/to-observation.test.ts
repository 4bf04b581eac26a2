import { describe, expect, test } from 'vitest';
import type { CaseChange } from '#lambdas/contracts/support/case-change.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { toObservation } from '#lambdas/support-cases/tell/to-observation.ts';
import { aCase, aContext, afterHours, PERMIT, RESOLVED, WAITING } from './a-case.ts';

const told = (row: Partial<CaseRow>, changes: CaseChange[] = [], partition = 'aws') =>
  toObservation(aCase(row), changes, { ...aContext(), partition });

describe('the severity', () => {
  test.each([
    ['critical', 'critical', 'critical'],
    ['urgent', 'error', 'error'],
    ['high', 'error', 'error'],
    ['normal', 'warning', 'warning'],
    ['low', 'info', 'warning'],
    ['on-fire', 'warning', 'warning'],
    ['constructor', 'warning', 'warning'],
  ])('%s is told as %s, and as %s while it waits for us', (severity, calm, waiting) => {
    expect(told({ severity }).severity).toBe(calm);
    expect(told({ severity, ...WAITING }).severity).toBe(waiting);
    expect(told({ severity, permits: [PERMIT] }).severity).toBe(waiting);
    expect(told({ severity, ...RESOLVED, permits: [PERMIT] }).severity).toBe(calm);
  });
});

describe('the link', () => {
  test.each([
    [
      'aws',
      'https://support.console.aws.amazon.com/support/home#/case/?displayId=176962049400621&language=ja',
    ],
    [
      'aws-us-gov',
      'https://console.amazonaws-us-gov.com/support/home#/case/?displayId=176962049400621&language=ja',
    ],
    ['aws-cn', 'https://console.amazonaws.cn/support/home#/case/?displayId=176962049400621&language=ja'],
  ])('in %s leads to %s', (partition, url) => {
    expect(told({ language: 'ja' }, [], partition).links[0]?.url).toBe(url);
  });

  test('of a case without a language names none, and whatever an id holds stays in its place', () => {
    const { links, actions, key } = told({ language: undefined, displayId: "1&x=2'; rm" });
    expect(links[0]?.url).toMatch(/displayId=1%26x%3D2'%3B%20rm$/);
    expect(actions[0]?.command).toBe(
      String.raw`npm run reeve -- support show '1&x=2'\''; rm' --account 111122223333`,
    );
    expect(key).toBe("support-case/111122223333/1&x=2'; rm");
  });
});

test('the link names no language that is none', () => {
  expect(told({ language: 'en&x=1' }).links[0]?.url).toMatch(/displayId=176962049400621$/);
});

test('routes can ask for service, category, severity, status, state, language, OU and tags of the account', () => {
  expect(told({ permits: [PERMIT] }).labels).toEqual({
    service: ['amazon-rds'],
    category: ['performance'],
    severity: ['high'],
    status: ['unassigned'],
    state: ['waiting-for-us'],
    language: ['en'],
    ou: ['/prod/eu'],
    'tag:team': ['commerce'],
  });
  expect(told({ withheld: 'ou' }).labels).toMatchObject({ withheld: ['ou'] });
});

test('a long subject is cut between characters, and the title fits a headline', () => {
  const { title } = told({ subject: '👩‍👩‍👧‍👦障害'.repeat(50) });
  expect(title).toMatch(/^Support case: (👩‍👩‍👧‍👦障害)+(👩‍👩‍👧‍👦|👩‍👩‍👧‍👦障)?…$/u);
  expect(title.length).toBeLessThan(140);
});

test('a withheld case shows no subject, even if there is one, says why, and is read in the console', () => {
  const observation = told({ withheld: 'account-and-billing', subject: 'Our card was refused' });
  expect(JSON.stringify(observation)).not.toContain('card');
  expect(observation.title).toBe('Support case: case 176962049400621 (withheld)');
  expect(observation.facts.at(-1)?.value).toBe(
    'Subject and messages are withheld: it is about the account or its bill. Read them in the AWS console.',
  );
  expect(observation.actions).toEqual([]);
});

describe('the line for the thread', () => {
  const line = (changes: CaseChange[], row: Partial<CaseRow> = {}) => told(row, changes).entry ?? '';

  test('joins what nobody was told of yet: of a kind one sentence', () => {
    const first: CaseChange = { kind: 'answered', at: afterHours(1), count: 1 };
    const second: CaseChange = { kind: 'answered', at: afterHours(2), count: 2 };
    expect(line([second, first])).toBe('AWS wrote 3 messages, the last on 2026-11-20 10:00 UTC.');
    expect(line([first, first])).toBe('AWS answered on 2026-11-20 09:00 UTC.');
  });

  test('that is too long loses what the message says anyway, and never half a sentence', () => {
    const kinds = [
      'created',
      'answered',
      'replied',
      'edited',
      'waiting',
      'permit-asked',
      'permit-ended',
      'reopened',
    ] as const;
    const text = line(kinds.map((kind, index) => ({ kind, at: afterHours(index), count: 2 })));
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text).toMatch(/^AWS wrote 2 messages.* waiting for our answer.*Reeve never approves\./);
    expect(text).toMatch(/\.$/);
  });

  test.each<[CaseChange['kind'], number, RegExp]>([
    ['permit-asked', 1, /^AWS asked to see data of the account on 2026-11-20 09:00 UTC\. Decide/],
    ['permit-asked', 2, /^AWS asked 2 times to see data of the account, the last time on/],
    ['permit-ended', 1, /^1 request of AWS to see data is no longer pending/],
    ['permit-ended', 2, /^2 requests of AWS to see data are no longer pending/],
    ['edited', 1, /^AWS took something out of 1 message, as seen/],
    ['replied', 1, /^We answered on/],
    ['replied', 1200, /^We wrote 1,200 messages, the last on/],
  ])('of %s says how often: %d', (kind, count, text) => {
    expect(line([{ kind, at: afterHours(1), count }])).toMatch(text);
  });

  test('of nothing is empty', () => {
    expect(line([])).toBe('');
  });
});

describe('the first answer', () => {
  const answer = (row: Partial<CaseRow>) => told(row).facts.at(1)?.value;

  test.each<[Partial<CaseRow>, string]>([
    [{}, 'It is due by 2026-11-20 12:00 UTC (target 4 h).'],
    [{ readAt: afterHours(4) }, 'It is late: it was due by 2026-11-20 12:00 UTC (target 4 h).'],
    [{ reminded: ['answer-late'] }, 'It is late: it was due by 2026-11-20 12:00 UTC (target 4 h).'],
    [{ severity: 'on-fire' }, 'There is none yet; no target is set for “on-fire”.'],
    [{ openedBy: 'aws' }, 'None is due: AWS opened the case.'],
    [{ firstAnswerAt: afterHours(4) }, 'It came after 4 h, within the target of 4 h.'],
    [
      { firstAnswerAt: afterHours(5.5) },
      'It came after 5 h 30 min, 1 h 30 min later than the target of 4 h.',
    ],
    [
      { firstAnswerAt: afterHours(1), severity: 'on-fire' },
      'It came after 1 h; no target is set for “on-fire”.',
    ],
    [RESOLVED, 'There was none: the case was resolved without.'],
  ])('%j: %s', (row, text) => {
    expect(answer(row)).toBe(text);
  });
});

describe('whose turn it is', () => {
  test.each<[Partial<CaseRow>, RegExp]>([
    [{}, /^It is the turn of AWS\.$/],
    [
      { status: 'pending-amazon-action' },
      /^Look at the case: AWS calls its status “pending-amazon-action”\.$/,
    ],
    [WAITING, /^It is our turn\. AWS has been waiting for our answer since 2026-11-20 11:00 UTC\. Answer/],
    [
      { permits: [PERMIT, { ...PERMIT, id: '2' }] },
      /^It is our turn\. AWS asks .* \(2 requests\)\. .* never approves\.$/,
    ],
    [{ ...WAITING, permits: [PERMIT] }, /waiting for our answer.* \(1 request\)/],
    [{ permits: [{ ...PERMIT, status: 'REJECTED' }] }, /^It is the turn of AWS/],
    [RESOLVED, /^The case is resolved\. It can be reopened in the AWS console until 2026-12-06 10:00 UTC\.$/],
  ])('%j: %s', (row, text) => {
    expect(told(row).facts[0]?.value).toMatch(text);
  });
});
