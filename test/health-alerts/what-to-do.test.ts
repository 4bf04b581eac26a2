import { expect, test } from 'vitest';
import { whatToDo } from '#lambdas/health-alerts/what-to-do.ts';
import { aReadEvent } from '#test/health-alerts/a-health-event.ts';

const advice = (eventTypeCode?: string, more: Record<string, unknown> = {}) =>
  whatToDo(aReadEvent({ eventTypeCode, ...more }).detail);

test.each([
  ['AWS_EC2_INSTANCE_RETIREMENT_SCHEDULED', /Stop and start/],
  ['AWS_EC2_PERSISTENT_INSTANCE_RETIREMENT_SCHEDULED', /Stop and start/],
  ['AWS_EC2_INSTANCE_STOP_SCHEDULED', /Stop and start/],
  ['AWS_EC2_INSTANCE_REBOOT_MAINTENANCE_SCHEDULED', /reboot or replace/],
  ['AWS_EC2_SYSTEM_MAINTENANCE_EVENT_SCHEDULED', /reboot or replace/],
  ['AWS_EC2_MAINTENANCE_SCHEDULED', /reboot or replace/],
  ['AWS_EBS_VOLUME_LOST', /snapshot/],
  ['AWS_RISK_CREDENTIALS_EXPOSED', /Deactivate the access key/],
  ['AWS_VPN_REDUNDANCY_LOSS', /second tunnel/],
  ['AWS_RDS_MAINTENANCE_SCHEDULED', /your own window/],
  ['AWS_ACM_RENEWAL_STATE_CHANGE', /Validate the domain/],
  ['AWS_ECS_TASK_PATCHING_RETIREMENT', /new deployment/],
  ['AWS_EKS_PLANNED_LIFECYCLE_EVENT', /pending resource/],
])('%s says what to do', (code, words) => {
  expect(advice(code)).toMatch(words);
});

test('abuse must be answered within a day', () => {
  expect(advice('AWS_ABUSE_PORT_SCANNING_REPORT', { service: 'ABUSE' })).toContain('24 hours');
});

test.each([
  ['ACTION_REQUIRED', /expects you to act/],
  ['action_may_be_required', /Check whether/],
])('a type that we do not know goes by its actionability: %s', (actionability, words) => {
  expect(advice('AWS_NEW_THING', { actionability })).toMatch(words);
});

test('where nothing is to be done nothing is said', () => {
  expect(advice('AWS_EC2_API_ISSUE')).toBeUndefined();
  expect(advice(undefined, { actionability: 'INFORMATIONAL' })).toBeUndefined();
});
