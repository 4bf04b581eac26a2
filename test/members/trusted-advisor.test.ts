import { expect, test } from 'vitest';
import { trustedAdvisorSweepShare } from '#lib/members/shares/trusted-advisor.ts';

test('accounts give no right to refresh where nothing is to be refreshed', () => {
  const rights = (refreshAfterHours: number | false) => trustedAdvisorSweepShare({ refreshAfterHours }).reads;
  expect(rights(24)).toContain('support:RefreshTrustedAdvisorCheck');
  expect(rights(false)).not.toContain('support:RefreshTrustedAdvisorCheck');
  expect(rights(false)).toContain('support:DescribeTrustedAdvisorCheckResult');
});
