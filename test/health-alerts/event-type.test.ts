import { expect, test } from 'vitest';
import {
  categoryOf,
  isAbuse,
  isPlannedLifecycle,
  isPublic,
  personasOf,
  titleOf,
} from '#lambdas/health-alerts/event-type.ts';
import { aReadEvent } from '#test/health-alerts/a-health-event.ts';

const read = (detail: Record<string, unknown>) => aReadEvent(detail).detail;

test.each([
  ['scheduledChange', 'scheduledchange'],
  ['scheduledchange', 'scheduledchange'],
  ['investigation', 'investigation'],
  ['celebration', 'celebration'],
  ['', 'unknown'],
  [undefined, 'unknown'],
])('the category %j is %j', (eventTypeCategory, category) => {
  expect(categoryOf(read({ eventTypeCategory }))).toBe(category);
});

test.each([
  [{ eventScopeCode: 'PUBLIC' }, true],
  [{ eventScopeCode: 'public' }, true],
  [{ eventScopeCode: 'ACCOUNT_SPECIFIC', eventTypeCategory: 'issue' }, false],
  [{ eventScopeCode: undefined, eventTypeCategory: 'issue' }, false],
])('%j is public: %s, and an issue alone is not (aws-health-tools#68)', (detail, expected) => {
  expect(isPublic(read(detail))).toBe(expected);
});

test.each([
  [{ service: 'ABUSE' }, true],
  [{ service: 'abuse' }, true],
  [{ service: undefined, eventTypeCode: 'AWS_ABUSE_DOS_REPORT' }, true],
  [{ service: 'EC2' }, false],
])('%j is abuse: %s', (detail, expected) => {
  expect(isAbuse(read(detail))).toBe(expected);
});

test('a planned lifecycle event is known by the end of its type code', () => {
  expect(isPlannedLifecycle(read({ eventTypeCode: 'AWS_EKS_PLANNED_LIFECYCLE_EVENT' }))).toBe(true);
  expect(isPlannedLifecycle(read({ eventTypeCode: undefined }))).toBe(false);
});

test('OPERATIONAL and OPERATIONS are one persona, and their order means nothing', () => {
  expect(personasOf(read({ personas: ['SECURITY', 'OPERATIONAL', 'operations'] }))).toEqual([
    'OPERATIONS',
    'SECURITY',
  ]);
});

test.each([
  ['EC2', 'AWS_EC2_INSTANCE_RETIREMENT_SCHEDULED', 'EC2: instance retirement scheduled'],
  ['VPN', 'AWS_VPN_REDUNDANCY_LOSS', 'VPN: redundancy loss'],
  ['EC2', 'AWS_EC2', 'EC2: ec2'],
  ['S3', undefined, 'S3: event without a type'],
  [undefined, 'AWS_NEW_THING', 'AWS Health: new thing'],
  ['', '', 'AWS Health: event without a type'],
  ['A.B(', 'AWS_A.B(_ISSUE', 'A.B(: issue'],
])('service %j with type %j is titled %j', (service, eventTypeCode, title) => {
  expect(titleOf(read({ service, eventTypeCode }))).toBe(title);
});
