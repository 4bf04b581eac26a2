import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '#test/estate/invariant.ts';
import { propertiesOf, resourcesOf, type Template, targetOf } from '#test/estate/template.ts';

type Alarm = {
  AlarmActions?: unknown[];
  ActionsEnabled?: boolean;
  AlarmDescription?: string;
  ComparisonOperator: string;
  Dimensions?: { Name: string; Value: unknown }[];
  EvaluationPeriods: number;
  MetricName: string;
  Namespace: string;
  Statistic?: string;
  Threshold: number;
};
type Queue = {
  RedrivePolicy?: { deadLetterTargetArn: unknown; maxReceiveCount?: number };
  VisibilityTimeout?: number;
};

const ALARM = 'AWS::CloudWatch::Alarm';
const QUEUE = 'AWS::SQS::Queue';
const RUNBOOK = 'docs/runbook.md';
const HOUR_SECONDS = 3600;
/** What fails faster than this is seen by the alarm on its dead letters. */
const FAST_SECONDS = 4 * HOUR_SECONDS;
/** Queues whose messages may wait for longer than an hour, by the start of their alarm, with the reason. */
const WAITS_WITH_REASON = [
  {
    alarm: /^CostReportsDelay/,
    hours: 3,
    reason: 'Runs come one after the other, and one that buys hundreds of pages takes its time.',
  },
];
const alarmsIn = (template: Template) => resourcesOf<Alarm>(template, ALARM);
const firstAlarm = (template: Template) => propertiesOf<Alarm>(template, ALARM, 'AlertDeskFailure');

/** Everything that some part of the template names as the place for its failures. */
function deadLettersIn(template: Template): Set<string> {
  const places = JSON.stringify(template).matchAll(
    /"(?:deadLetterTargetArn|Destination|DeadLetterConfig":\{"Arn)":\{"Fn::GetAtt":\["(\w+)"/g,
  );
  return new Set([...places].map(([, id = '']) => id));
}

/** One message that stays is enough: none of them belongs there. */
function sees(alarm: Alarm, queueId: string): boolean {
  const [dimension] = alarm.Dimensions ?? [];
  return (
    alarm.Namespace === 'AWS/SQS' &&
    alarm.MetricName === 'ApproximateNumberOfMessagesVisible' &&
    dimension?.Name === 'QueueName' &&
    targetOf(dimension.Value) === queueId &&
    alarm.Statistic === 'Maximum' &&
    alarm.Threshold === 1 &&
    alarm.EvaluationPeriods === 1 &&
    alarm.ComparisonOperator === 'GreaterThanOrEqualToThreshold'
  );
}

function headings(): string[] {
  const text = readFileSync(join(import.meta.dirname, '../..', RUNBOOK), 'utf8');
  return [...text.matchAll(/^## (\S+)$/gm)].map(([, heading = '']) => heading);
}

invariant({
  rule: 'every queue is read by a function or is dead letters',
  violations: (template) => {
    const read = resourcesOf<{ EventSourceArn: unknown }>(template, 'AWS::Lambda::EventSourceMapping');
    const known = new Set([
      ...deadLettersIn(template),
      ...read.map(([, mapping]) => targetOf(mapping.EventSourceArn)),
    ]);
    return resourcesOf(template, QUEUE).flatMap(([id]) => (known.has(id) ? [] : [id]));
  },
  broken: {
    'a queue that nobody reads': (template) => {
      template.Resources['Forgotten'] = { Type: QUEUE };
    },
  },
});

invariant({
  rule: 'one message in any dead letters is seen by an alarm',
  violations: (template) =>
    [...deadLettersIn(template)].filter((id) => !alarmsIn(template).some(([, alarm]) => sees(alarm, id))),
  broken: {
    'an alarm that is taken out': ({ Resources }) => {
      for (const [id, { Type }] of Object.entries(Resources)) if (Type === ALARM) delete Resources[id];
    },
    'dead letters that are new': (template) => {
      template.Resources['New'] = { Type: QUEUE };
      const queue = propertiesOf<Queue>(template, QUEUE, 'OutboxQueue');
      queue.RedrivePolicy = { deadLetterTargetArn: { 'Fn::GetAtt': ['New', 'Arn'] } };
    },
    'the metric of messages in flight': (template) =>
      (firstAlarm(template).MetricName = 'ApproximateNumberOfMessagesNotVisible'),
    'a threshold of two': (template) => (firstAlarm(template).Threshold = 2),
    'an average, which one message does not lift to 1': (template) =>
      (firstAlarm(template).Statistic = 'Average'),
  },
});

invariant({
  rule: 'messages that are tried for hours before they are dead letters are seen by an alarm',
  violations: (template) => {
    const sources = resourcesOf<{ EventSourceArn: unknown }>(template, 'AWS::Lambda::EventSourceMapping');
    const watched = alarmsIn(template).flatMap(([id, { MetricName, Dimensions, Threshold }]) => {
      const hours = WAITS_WITH_REASON.find(({ alarm }) => alarm.test(id))?.hours ?? 1;
      return MetricName === 'ApproximateAgeOfOldestMessage' && Threshold <= hours * HOUR_SECONDS
        ? [targetOf(Dimensions?.[0]?.Value)]
        : [];
    });
    return sources.flatMap(([id, mapping]) => {
      const queue = targetOf(mapping.EventSourceArn);
      const { VisibilityTimeout = 30, RedrivePolicy } = propertiesOf<Queue>(template, QUEUE, queue);
      const tried = VisibilityTimeout * (RedrivePolicy?.maxReceiveCount ?? Infinity);
      return tried <= FAST_SECONDS || watched.includes(queue) ? [] : [id];
    });
  },
  broken: {
    'a wait of a day': (template) =>
      (propertiesOf<Alarm>(template, ALARM, 'ChatDeliveryDelay').Threshold = 86_400),
    'the number of messages': (template) =>
      (propertiesOf<Alarm>(template, ALARM, 'ChatDeliveryDelay').MetricName =
        'ApproximateNumberOfMessagesVisible'),
    'more tries': (template) => {
      const queue = propertiesOf<Queue>(template, QUEUE, 'EcsAlertsEventsQueue');
      if (queue.RedrivePolicy) queue.RedrivePolicy.maxReceiveCount = 100;
    },
  },
});

invariant({
  rule: 'every alarm goes to the topic whose readers have an e-mail address',
  violations: (template) => {
    const subscriptions = resourcesOf<{ Protocol: string; TopicArn: unknown }>(
      template,
      'AWS::SNS::Subscription',
    );
    const read = subscriptions
      .filter(([, { Protocol }]) => Protocol === 'email')
      .map(([, to]) => targetOf(to.TopicArn));
    return alarmsIn(template).flatMap(([id, { AlarmActions, ActionsEnabled }]) =>
      ActionsEnabled !== false && AlarmActions?.some((action) => read.includes(targetOf(action))) ? [] : [id],
    );
  },
  broken: {
    'an alarm without an action': (template) => delete firstAlarm(template).AlarmActions,
    'actions that are switched off': (template) => (firstAlarm(template).ActionsEnabled = false),
    'a topic without a reader': ({ Resources }) => {
      for (const [id, { Type }] of Object.entries(Resources))
        if (Type === 'AWS::SNS::Subscription') delete Resources[id];
    },
  },
});

invariant({
  rule: 'every alarm says what people stop getting, and links a heading of the runbook that exists',
  violations: (template) =>
    alarmsIn(template).flatMap(([id, { AlarmDescription = '' }]) => {
      const [, heading = ''] = /^[A-Z].+\. Runbook: docs\/runbook\.md#(\S+)$/.exec(AlarmDescription) ?? [];
      return headings().includes(heading) ? [] : [`${id}: ${AlarmDescription}`];
    }),
  broken: {
    'no description': (template) => delete firstAlarm(template).AlarmDescription,
    'a link alone': (template) => (firstAlarm(template).AlarmDescription = `Runbook: ${RUNBOOK}#alert-desk`),
    'a heading that does not exist': (template) =>
      (firstAlarm(template).AlarmDescription = `Nothing arrives. Runbook: ${RUNBOOK}#alert-table`),
  },
});
