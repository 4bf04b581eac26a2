import { expect, test } from 'vitest';
import { compareAccounts, describeAccounts } from '#bin/commands/advisor/describe-accounts.ts';

test('accounts that were not read come first, whatever their names', () => {
  const [bank, shop, zoo] = [
    { account_id: '1', account_name: 'bank', state: 'ok' },
    { account_id: '2', account_name: 'shop', state: 'no-plan' },
    { account_id: '3', account_name: '', state: 'throttled' },
  ];
  const sorted = [bank, shop, zoo].sort(compareAccounts);
  const lines = describeAccounts(sorted);

  expect(sorted).toEqual([zoo, shop, bank]);
  expect(lines.at(-1)).toMatch(/^no-plan: no support plan .* Business Support\+/);
  expect(lines.join('\n')).not.toContain('throttled: ');
});
