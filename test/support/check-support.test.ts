import { expect, test } from 'vitest';
import { checkSupport } from '#lib/support/check-support.ts';
import { someSettings } from '#test/stacks/some-settings.ts';

test('cases need to know where the hub is', () => {
  expect(checkSupport({ support: {} })).toMatchObject([{ path: ['hub'] }]);
  expect(checkSupport({ support: {}, hub: { account: '111122223333', region: 'eu-central-1' } })).toEqual([]);
  expect(checkSupport({})).toEqual([]);
});

test.each([
  ['everyMinutes', { everyMinutes: 5 }],
  ['months', { months: 25 }],
  ['rawReaders', { rawReaders: ['arn:aws:iam::111122223333:role/me'] }],
  ['withhold', { withhold: { except: ['gossip' as 'tag'] } }],
  ['remindReopenDays', { remindReopenDays: 14 }],
])('%s is named where it is wrong', (field, support) => {
  expect(() => someSettings({ support })).toThrow(`support.${field}`);
});
