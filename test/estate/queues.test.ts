import { invariant } from '#test/estate/invariant.ts';
import { isTlsOnly, type ResourcePolicy, statementsAbout } from '#test/estate/policy.ts';
import { propertiesOf, resourcesOf, type Template, targetOf } from '#test/estate/template.ts';

type Queue = {
  FifoQueue?: boolean;
  KmsMasterKeyId?: unknown;
  RedrivePolicy?: { deadLetterTargetArn: unknown };
  SqsManagedSseEnabled?: boolean;
  VisibilityTimeout?: number;
};
type Mapping = {
  EventSourceArn: unknown;
  FunctionName: unknown;
  FunctionResponseTypes?: string[];
  MaximumBatchingWindowInSeconds?: number;
};

const QUEUE = 'AWS::SQS::Queue';
const QUEUE_POLICY = 'AWS::SQS::QueuePolicy';
const MAPPING = 'AWS::Lambda::EventSourceMapping';
const queuesIn = (template: Template) => resourcesOf<Queue>(template, QUEUE);
const alertsQueue = (template: Template) => propertiesOf<Queue>(template, QUEUE, 'AlertsQueue');
const tlsOf = (template: Template) =>
  propertiesOf<ResourcePolicy>(template, QUEUE_POLICY).PolicyDocument.Statement.slice(0, 1);

invariant({
  rule: 'every queue is encrypted with the keys of SQS, which every AWS service may use',
  violations: (template) =>
    queuesIn(template).flatMap(([id, queue]) =>
      queue.SqsManagedSseEnabled === true && queue.KmsMasterKeyId === undefined ? [] : [id],
    ),
  broken: {
    'no encryption': (template) => (alertsQueue(template).SqsManagedSseEnabled = false),
    "AWS's own key, under which EventBridge fails silently": (template) =>
      (alertsQueue(template).KmsMasterKeyId = 'alias/aws/sqs'),
  },
});

invariant({
  rule: 'every queue is reached by TLS only',
  violations: (template) =>
    queuesIn(template).flatMap(([id]) =>
      statementsAbout(template, id).some(
        (statement) => isTlsOnly(statement, 'sqs:*') && targetOf(statement.Resource) === id,
      )
        ? []
        : [id],
    ),
  broken: {
    'a queue without a policy': (template) => {
      template.Resources['Bare'] = { Type: QUEUE };
    },
    'a policy that refuses those who do use TLS': (template) => {
      for (const tls of tlsOf(template)) tls.Condition = { Bool: { 'aws:SecureTransport': 'true' } };
    },
    'a policy about another queue': (template) => {
      for (const tls of tlsOf(template)) tls.Resource = { 'Fn::GetAtt': ['Another', 'Arn'] };
    },
  },
});

invariant({
  rule: 'every queue that a function reads waits six timeouts of it, and its window, before it hands a message out again',
  violations: (template) => {
    const queues = new Map(queuesIn(template));
    const functions = new Map(resourcesOf<{ Timeout: number }>(template, 'AWS::Lambda::Function'));
    return resourcesOf<Mapping>(template, MAPPING).flatMap(([id, mapping]) => {
      const visibility = queues.get(targetOf(mapping.EventSourceArn) ?? '')?.VisibilityTimeout ?? 0;
      const timeout = functions.get(targetOf(mapping.FunctionName) ?? '')?.Timeout ?? Infinity;
      return visibility >= 6 * timeout + (mapping.MaximumBatchingWindowInSeconds ?? 0) ? [] : [id];
    });
  },
  broken: {
    'the default of 30 seconds': (template) => delete alertsQueue(template).VisibilityTimeout,
    'five timeouts': (template) => (alertsQueue(template).VisibilityTimeout = 600),
    'a window that is not counted in': (template) =>
      (propertiesOf<Mapping>(template, MAPPING).MaximumBatchingWindowInSeconds = 1),
  },
});

invariant({
  rule: 'every function answers a batch message by message',
  violations: (template) =>
    resourcesOf<Mapping>(template, MAPPING).flatMap(([id, { FunctionResponseTypes }]) =>
      FunctionResponseTypes?.includes('ReportBatchItemFailures') ? [] : [id],
    ),
  broken: {
    'one failure that returns ten messages': (template) =>
      delete propertiesOf<Mapping>(template, MAPPING).FunctionResponseTypes,
  },
});

invariant({
  rule: 'the dead letters of a FIFO queue are FIFO, those of a standard queue standard',
  violations: (template) => {
    const queues = new Map(queuesIn(template));
    return queuesIn(template).flatMap(([id, { FifoQueue, RedrivePolicy }]) => {
      const deadLetters = queues.get(targetOf(RedrivePolicy?.deadLetterTargetArn) ?? '');
      return !deadLetters || deadLetters.FifoQueue === FifoQueue ? [] : [id];
    });
  },
  broken: {
    'standard dead letters of a FIFO queue': (template) =>
      delete propertiesOf<Queue>(template, QUEUE, 'AlertsDeadLetters').FifoQueue,
  },
});
