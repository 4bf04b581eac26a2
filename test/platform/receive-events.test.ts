import { Duration } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { expect, test } from 'vitest';
import { CapabilityQueue } from '#lib/platform/capability-queue.ts';
import { type ReceiveEventsProps, receiveEvents } from '#lib/platform/receive-events.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';
import { synthesizeStack } from '#test/stacks/synthesize.ts';

const WEATHER = { source: ['town.weather'] };
const STORMS = { ...WEATHER, detailType: ['Storm'] };

const rulesWith = (forward?: ReceiveEventsProps['forward']) =>
  synthesizeStack((stack) => {
    const bus = new EventBus(stack, 'Bus');
    const messages = new CapabilityQueue(stack, 'Events', {
      fifo: false,
      consumerTimeout: Duration.seconds(20),
      maxReceiveCount: 4,
    });
    receiveEvents(stack, { bus, messages, pattern: WEATHER, ...(forward ? { forward } : {}) });
  });

test("what is on the hub's bus goes to the queue, and what fails to its dead letters", () => {
  const template = rulesWith();
  const idOf = (type: string, name: RegExp) =>
    Object.keys(template.findResources(type)).find((id) => name.test(id));
  const arnOf = (name: RegExp) => ({ 'Fn::GetAtt': [idOf('AWS::SQS::Queue', name), 'Arn'] });

  expect(Object.keys(template.findResources('AWS::Events::Rule'))).toHaveLength(1);
  expectResource(template, 'AWS::Events::Rule', {
    EventBusName: { Ref: idOf('AWS::Events::EventBus', /^Bus/) },
    EventPattern: WEATHER,
    Targets: [
      { Arn: arnOf(/^EventsQueue/), DeadLetterConfig: { Arn: arnOf(/^EventsDeadLetters/) }, Id: 'Target0' },
    ],
  });
});

test("events of the hub's own account come from its default bus, by a rule for each name", () => {
  const template = rulesWith({ Storms: { about: 'Storms', pattern: STORMS }, All: { pattern: WEATHER } });

  expect(Object.keys(template.findResources('AWS::Events::Rule'))).toHaveLength(3);
  expectResource(template, 'AWS::Events::Rule', {
    Description: 'Storms',
    EventBusName: 'default',
    EventPattern: { source: ['town.weather'], 'detail-type': ['Storm'] },
  });
});
