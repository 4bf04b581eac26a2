import { describe, expect, test } from 'vitest';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { SupportCasesSettings } from '#lambdas/contracts/support/support-cases-settings.ts';
import { withheldReason } from '#lambdas/support-cases/redact/withheld-reason.ts';
import { aThread } from '#test/support-cases/redact/a-thread.ts';

type Rules = SupportCasesSettings['withhold'];
const reasonOf = (
  thread: Parameters<typeof aThread>[0],
  account: Partial<Account> = {},
  rules: Partial<Rules> = {},
) =>
  withheldReason(
    aThread({ subject: 'Instance does not start', ...thread }),
    { id: '111122223333', ou: '/prod/eu', tags: { data: 'health-records' }, ...account },
    { except: [], accounts: [], ous: [], tags: {}, ...rules },
  );

test.each([
  { service: 'customer-account', category: 'other' },
  { service: 'billing', category: 'payment-issue' },
  { service: 'account-management', category: 'closing' },
  { service: 'general-info', category: 'charges' },
  { service: 'general-info', category: 'account-structure' },
  { service: 'general-info', category: 'gdpr-queries' },
  { service: 'amazon-new-thing', category: 'billing-question' },
])('a case of $service, $category is about account and billing', (codes) => {
  expect(reasonOf(codes)).toBe('account-and-billing');
});

describe('security', () => {
  test.each([
    'Your AWS account may be compromised',
    'AWS Abuse Report for i-1',
    'Unauthorized activity in our account',
    'Access keys leaked on a public repository',
    'Question on a penetration test',
    '不正アクセスの疑いについて',
    'アクセスキーが漏洩した可能性',
    'アカウント乗っ取り',
    'ＤＤｏＳ攻撃を受けています',
    '脆弱性について',
  ])('is what %s is about', (subject) => {
    expect(reasonOf({ subject })).toBe('security');
  });

  test('is a category too', () => {
    expect(reasonOf({ service: 'general-info', category: 'security-and-compliance' })).toBe('security');
  });

  test.each([
    'Cannot edit security group',
    'UnauthorizedOperation at RunInstances',
    'Lambda leaks memory',
    'Access denied to a key',
    'セキュリティグループの設定について',
    '不正な値のエラー',
  ])('is not what %s is about', (subject) => {
    expect(reasonOf({ subject })).toBeUndefined();
  });
});

test.each<{ rules: Partial<Rules>; reason: string | undefined }>([
  { rules: { accounts: ['111122223333'] }, reason: 'account' },
  { rules: { accounts: ['444455556666'] }, reason: undefined },
  { rules: { ous: ['/prod'] }, reason: 'ou' },
  { rules: { ous: ['/prod/eu'] }, reason: 'ou' },
  { rules: { ous: ['/pro'] }, reason: undefined },
  { rules: { ous: ['/prod/eu/west'] }, reason: undefined },
  { rules: { tags: { data: ['health-*'] } }, reason: 'tag' },
  { rules: { tags: { data: ['finance', 'card-*'] } }, reason: undefined },
  { rules: { tags: { constructor: ['*'] } }, reason: undefined },
  { rules: { accounts: ['111122223333'], except: ['account'] }, reason: undefined },
])('by $rules a case is withheld for: $reason', ({ rules, reason }) => {
  expect(reasonOf({}, {}, rules)).toBe(reason);
});

test('what is excepted may still be withheld for something else', () => {
  const thread = { service: 'billing', subject: 'Fraud' };

  expect(reasonOf(thread, {}, { except: ['security'] })).toBe('account-and-billing');
  expect(reasonOf(thread, {}, { except: ['security', 'account-and-billing'] })).toBeUndefined();
});
