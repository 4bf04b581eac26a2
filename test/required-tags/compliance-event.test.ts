import { expect, test } from 'vitest';
import { TagMessage } from '#lambdas/required-tags/compliance-event.ts';
import { anEvaluation } from '#test/required-tags/an-evaluation.ts';

const anInvocation = (message: object) => ({
  invokingEvent: JSON.stringify({ recordVersion: '1.0', ...message }),
  ruleParameters: '{}',
  configRuleName: 'reeve-required-tags-0a1b2c3d-1',
});

test.each([
  ['a schedule', anInvocation({ messageType: 'ScheduledNotification' })],
  [
    'an item that is too large',
    anInvocation({
      messageType: 'OversizedConfigurationItemChangeNotification',
      configurationItemSummary: { resourceType: 'AWS::EC2::Instance', resourceId: 'i-1' },
    }),
  ],
  [
    'a change of an item',
    { ...anEvaluation('COMPLIANT'), 'detail-type': 'Config Configuration Item Change' },
  ],
  ['an evaluation of nothing', { ...anEvaluation('COMPLIANT'), detail: {} }],
])('%s is turned away by what it lacks (appvia/terraform-aws-tagging)', (_, message) => {
  const { success, error } = TagMessage.safeParse(message);
  expect(success).toBe(false);
  expect(error?.issues.length).toBeGreaterThan(0);
});

test('an evaluation of what is deleted is read (appvia/terraform-aws-tagging)', () => {
  expect(TagMessage.safeParse(anEvaluation('NOT_APPLICABLE', { old: 'NON_COMPLIANT' })).success).toBe(true);
});
