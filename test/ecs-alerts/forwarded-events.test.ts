import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPattern, matchesPattern } from '#local/bus/event-pattern.ts';
import {
  aDaemonAction,
  aDaemonDeployment,
  aDeployment,
  aHook,
  anEcsEvent,
  anInstanceHealth,
  anInstanceState,
  aServiceAction,
  aStoppedTask,
} from '#test/ecs-alerts/an-ecs-event.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

type Resource = { Type: string; Properties: { EventPattern?: Record<string, unknown> } };

const rulesIn = (template: string) => {
  const { Resources } = JSON.parse(readFileSync(join(ASSEMBLY, `${template}.template.json`), 'utf8')) as {
    Resources: Record<string, Resource>;
  };
  return Object.entries(Resources).flatMap(([id, { Type, Properties }]) =>
    Type === 'AWS::Events::Rule' && /Ecs/.test(id) ? [[id, Properties.EventPattern ?? {}] as const] : [],
  );
};
const member = rulesIn('ReeveMember-eu-west-1');
const forwarding = (event: object) =>
  member.filter(([, pattern]) => matchesPattern(pattern, event)).map(([id]) => id);
const action = (eventName: string, eventType = 'INFO') => aServiceAction({ eventName, eventType });

test('members have five rules, which EventBridge takes', () => {
  expect(member).toHaveLength(5);
  for (const [, pattern] of member) expect(checkPattern(pattern)).toBeUndefined();
});

describe('a member forwards once', () => {
  test.each([
    ['a stopped task', aStoppedTask()],
    [
      'the notice of a Spot task that still runs',
      aStoppedTask({ lastStatus: 'RUNNING', stopCode: 'TerminationNotice' }),
    ],
    ['the end of a Spot task', aStoppedTask({ stopCode: 'TerminationNotice' })],
    ['an instance that drains', anInstanceState()],
    ['an instance that drains and lost its agent', anInstanceState({ agentConnected: false })],
    ['an instance that lost its agent', anInstanceState({ status: 'ACTIVE', agentConnected: false })],
    ['a failed registration', anInstanceState({ status: 'REGISTRATION_FAILED' })],
    ['the health of an instance', anInstanceHealth({ overallStatus: 'OK' })],
    ['tasks that do not start', aServiceAction()],
    ['a new number of tasks', action('SERVICE_DESIRED_COUNT_UPDATED')],
    [
      'a deployment that begins',
      aDeployment({ eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS', eventType: 'INFO' }),
    ],
    [
      'a deployment that is complete',
      aDeployment({ eventName: 'SERVICE_DEPLOYMENT_COMPLETED', eventType: 'INFO' }),
    ],
    ['a hook that waits', aHook()],
    ['a daemon’s trouble', aDaemonAction()],
    ['a daemon’s rollout', aDaemonDeployment()],
    ['a type of tomorrow', anEcsEvent('ECS Tomorrow', { state: 'NEW' })],
  ])('%s', (_, event) => expect(forwarding(event)).toHaveLength(1));
});

describe('a member keeps to itself', () => {
  test.each([
    ['a task that starts', aStoppedTask({ lastStatus: 'PENDING', stopCode: undefined })],
    ['a task that is being stopped', aStoppedTask({ lastStatus: 'DEPROVISIONING' })],
    ['an instance that is well', anInstanceState({ status: 'ACTIVE' })],
    ['a steady service', action('SERVICE_STEADY_STATE')],
    ['a steady task set', action('TASKSET_STEADY_STATE')],
    ['a steady capacity provider', action('CAPACITY_PROVIDER_STEADY_STATE')],
    [
      'a call of the API, which has the same source',
      anEcsEvent('AWS API Call via CloudTrail', { eventName: 'RunTask' }),
    ],
    [
      'another service’s event',
      anEcsEvent('ECS Task State Change', { lastStatus: 'STOPPED' }, { source: 'aws.batch' }),
    ],
  ])('%s', (_, event) => expect(forwarding(event)).toEqual([]));
});
