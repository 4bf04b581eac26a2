import { expect, test } from 'vitest';
import { severityOf } from '#lambdas/health-alerts/severity.ts';
import { aReadEvent } from '#test/health-alerts/a-health-event.ts';

const issue = { eventTypeCategory: 'issue' };
const change = { eventTypeCategory: 'scheduledChange' };
const notification = { eventTypeCategory: 'accountNotification' };
const unknown = { eventTypeCategory: 'celebration' };

test.each([
  [issue, 'error'],
  [{ ...issue, eventScopeCode: undefined }, 'error'],
  [{ ...issue, eventScopeCode: 'PUBLIC' }, 'warning'],
  [{ ...issue, eventScopeCode: 'PUBLIC', actionability: 'ACTION_REQUIRED' }, 'error'],
  [{ ...issue, eventScopeCode: 'PUBLIC', actionability: 'INFORMATIONAL' }, 'info'],
  [{ ...issue, eventScopeCode: 'PUBLIC', personas: ['SECURITY'] }, 'warning'],
  [{ ...issue, personas: ['SECURITY'] }, 'critical'],
  [{ ...issue, service: 'RISK' }, 'critical'],
  [{ ...issue, actionability: 'ACTION_REQUIRED' }, 'critical'],
  [{ ...notification, service: 'ABUSE' }, 'critical'],
  [{ eventTypeCategory: 'investigation' }, 'warning'],
  [change, 'warning'],
  [{ eventTypeCategory: 'scheduledchange' }, 'warning'],
  [{ ...change, actionability: 'ACTION_REQUIRED' }, 'error'],
  [{ ...change, actionability: 'action_required' }, 'error'],
  [{ ...change, actionability: 'INFORMATIONAL' }, 'info'],
  [{ ...change, actionability: 'ACTION_MAY_BE_REQUIRED' }, 'warning'],
  [notification, 'info'],
  [{ ...notification, actionability: 'INFORMATIONAL' }, 'info'],
  [unknown, 'warning'],
  [{ eventTypeCategory: undefined }, 'warning'],
])('%j is %s', (detail, severity) => {
  expect(severityOf(aReadEvent(detail).detail, false)).toBe(severity);
});

test.each([issue, { ...issue, service: 'ABUSE' }, unknown])('%j is info once it is closed', (detail) => {
  expect(severityOf(aReadEvent(detail).detail, true)).toBe('info');
});
