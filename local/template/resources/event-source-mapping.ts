import type { EventSource, LambdaFunction, Queue } from '#local/estate.ts';
import { findFunction } from '../find-function.ts';
import type { Properties } from '../properties.ts';
import type { ResourceReader } from '../resource.ts';

const LARGEST_FIFO_BATCH = 10;
const LARGEST_BATCH_WITHOUT_WINDOW = 10;

/** AWS::Lambda::EventSourceMapping of a queue; a disabled one polls nothing and is left out. */
export const readEventSourceMapping: ResourceReader = ({ logicalId, properties, afterAll }, estate) => {
  const enabled = properties.boolean('Enabled', true);
  const source = {
    logicalId,
    queueArn: properties.string('EventSourceArn'),
    batchSize: properties.number('BatchSize', 10),
    batchWindowSeconds: properties.number('MaximumBatchingWindowInSeconds', 0),
    maximumConcurrency: properties.object('ScalingConfig').optionalNumber('MaximumConcurrency'),
    reportBatchItemFailures: properties.strings('FunctionResponseTypes').includes('ReportBatchItemFailures'),
  };
  afterAll(() => {
    const target = findFunction(properties, estate);
    const queue = estate.queues.find(({ arn }) => arn === source.queueArn);
    if (!queue) throw properties.refusal('EventSourceArn', `${source.queueArn} is no queue of these stacks`);
    refuseWhatLambdaRefuses(source, queue, target, properties);
    if (enabled) estate.sources.push({ ...source, functionArn: target.arn });
  });
};

function refuseWhatLambdaRefuses(
  source: Omit<EventSource, 'functionArn'>,
  queue: Queue,
  target: LambdaFunction,
  properties: Properties,
): void {
  const { batchSize, batchWindowSeconds, maximumConcurrency } = source;
  if (queue.visibilityTimeoutSeconds < target.timeoutSeconds) {
    const timeouts = `${queue.visibilityTimeoutSeconds} s of ${queue.name}, ${target.timeoutSeconds} s of ${target.name}`;
    throw properties.refusal(
      'EventSourceArn',
      `the visibility timeout is shorter than the function: ${timeouts}`,
    );
  }
  if (queue.fifo && batchSize > LARGEST_FIFO_BATCH) {
    throw properties.refusal(
      'BatchSize',
      `${batchSize} is more than ${LARGEST_FIFO_BATCH}, the most of a FIFO queue`,
    );
  }
  if (queue.fifo && batchWindowSeconds > 0) {
    throw properties.refusal('MaximumBatchingWindowInSeconds', 'a FIFO queue has no batching window');
  }
  if (batchSize > LARGEST_BATCH_WITHOUT_WINDOW && batchWindowSeconds < 1) {
    throw properties.refusal('BatchSize', `${batchSize} needs a batching window of a second or more`);
  }
  if (maximumConcurrency !== undefined && maximumConcurrency < 2) {
    throw properties.refusal('ScalingConfig.MaximumConcurrency', 'starts at 2');
  }
}
