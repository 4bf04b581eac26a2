import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DESK_TIMEOUT } from '#lib/capabilities/alert-desk.ts';
import { CapabilityQueue } from '#lib/platform/capability-queue.ts';
import type { Hub } from '#lib/platform/hub.ts';
import type { Settings } from '#lib/settings.ts';
import { readHub } from '#test/capabilities/a-hub.ts';
import { synthesize } from '#test/stacks/synthesize.ts';

/** What all capabilities stand on, and one of them alone. */
export function aHubWith(
  settings: Settings,
  build: (stack: Stack, hub: Hub) => void,
  props: StackProps = {},
) {
  const { templates, settings: written } = synthesize((app) => {
    const stack = new Stack(app, 'ReeveHub', props);
    const table = (id: string) =>
      new Table(stack, id, { partitionKey: { name: 'account', type: AttributeType.STRING } });
    const queue = (id: string) =>
      new CapabilityQueue(stack, id, { fifo: true, consumerTimeout: DESK_TIMEOUT, maxReceiveCount: 10 });
    build(stack, {
      settings,
      bus: new EventBus(stack, 'Bus'),
      ledger: table('Ledger'),
      directory: table('Directory'),
      alerts: queue('Alerts'),
      outbox: queue('Outbox'),
      missedRuns: new Queue(stack, 'MissedRunsDeadLetters'),
      alarmTopic: new Topic(stack, 'Alarms'),
      logRetention: RetentionDays.ONE_WEEK,
    });
  });
  return readHub(templates['ReeveHub'] as Template, written);
}
