import { describe, expect, test } from 'vitest';
import { costWork } from '#bin/commands/estimate/cost-requests.ts';
import type { CostSettings } from '#lambdas/contracts/settings.ts';
import { costSettingsOf } from '#lib/costs/cost-settings.ts';
import { townSettings } from '#test/commands/doctor/town-settings.ts';

function settingsWith(over: Partial<CostSettings> = {}): CostSettings {
  const costs = costSettingsOf(townSettings({ costs: { tags: ['team', 'stage', 'project'] } }));
  if (!costs) throw new Error('The town has costs');
  return { ...costs, ...over };
}

const NO_CAPS = { run: 1_000_000, month: 1_000_000 };
const requests = (over: Partial<CostSettings>, accounts: number) =>
  costWork(settingsWith(over), accounts).requests;

test('a small Organization with three tags asks for about a dollar a month, drift check and all', () => {
  // Thirty days of three; six tables, three tags and others of the monthly close.
  expect(requests({}, 20)).toBeGreaterThanOrEqual(100);
  expect(requests({}, 20)).toBeLessThanOrEqual(104);
});

test('a tag is one request a month', () => {
  expect(requests({}, 20) - requests({ tags: ['team', 'stage'] }, 20)).toBe(1);
});

describe('accounts', () => {
  test('cost nothing until they fill a further page', () => {
    expect(requests({}, 30)).toBe(requests({}, 1));
    expect(requests({ caps: NO_CAPS }, 1000)).toBeGreaterThan(5 * requests({}, 1));
  });

  test('can cost no more than the caps', () => {
    expect(requests({}, 10_000)).toBe(400);
    expect(requests({ caps: { run: 5, month: 1000 } }, 10_000)).toBe(31 * 5);
  });

  test('are rows and so bytes, whatever is asked', () => {
    expect(costWork(settingsWith(), 1000).rows).toBeGreaterThan(5 * costWork(settingsWith(), 100).rows);
  });
});

test('an export asks nothing', () => {
  expect(requests({ focus: { bucket: 'exports', prefix: 'focus' } }, 1000)).toBe(0);
});
