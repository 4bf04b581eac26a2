import type { Queue } from '#local/estate.ts';
import type { Properties } from '../properties.ts';
import type { ResourceReader } from '../resource.ts';

const FOUR_DAYS = 4 * 24 * 60 * 60;
const FIFO_ONLY = ['ContentBasedDeduplication', 'DeduplicationScope', 'FifoThroughputLimit'];

/** AWS::SQS::Queue. Its policy comes from AWS::SQS::QueuePolicy. */
export const readQueue: ResourceReader = ({ logicalId, name, arn, properties, afterAll }, estate) => {
  const fifo = properties.boolean('FifoQueue');
  properties.optionalString('QueueName');
  if (fifo !== name.endsWith('.fifo')) {
    throw properties.refusal('QueueName', 'a FIFO queue, and no other, has a name that ends with .fifo');
  }
  const misplaced = FIFO_ONLY.find((property) => !fifo && properties.has(property));
  if (misplaced) throw properties.refusal(misplaced, 'only a FIFO queue has it');
  const redrive = readRedrive(properties);
  estate.queues.push({
    logicalId,
    name,
    arn,
    fifo,
    contentBasedDeduplication: properties.boolean('ContentBasedDeduplication'),
    deduplicationScope: readDeduplicationScope(properties),
    visibilityTimeoutSeconds: properties.number('VisibilityTimeout', 30),
    retentionSeconds: properties.number('MessageRetentionPeriod', FOUR_DAYS),
    delaySeconds: properties.number('DelaySeconds', 0),
    redrive,
  });
  afterAll(() => {
    if (redrive) refuseUnfitDeadLetterQueue(redrive.deadLetterArn, fifo, properties, estate.queues);
  });
};

function readRedrive(properties: Properties): Queue['redrive'] {
  if (!properties.has('RedrivePolicy')) return undefined;
  const policy = properties.object('RedrivePolicy');
  const deadLetterArn = policy.string('deadLetterTargetArn');
  return { deadLetterArn, maxReceiveCount: policy.number('maxReceiveCount') };
}

function readDeduplicationScope(properties: Properties): Queue['deduplicationScope'] {
  const scope = properties.string('DeduplicationScope', 'queue');
  if (scope === 'queue' || scope === 'messageGroup') return scope;
  throw properties.refusal('DeduplicationScope', `${scope} is neither queue nor messageGroup`);
}

function refuseUnfitDeadLetterQueue(
  arn: string,
  fifo: boolean,
  properties: Properties,
  queues: Queue[],
): void {
  const deadLetters = queues.find((queue) => queue.arn === arn);
  if (!deadLetters) throw properties.refusal('RedrivePolicy', `${arn} is no queue of these stacks`);
  if (deadLetters.fifo === fifo) return;
  const kinds = fifo
    ? 'the dead letters of a FIFO queue go to a FIFO'
    : 'those of a standard queue to a standard';
  throw properties.refusal('RedrivePolicy', `${kinds} queue, which ${deadLetters.name} is not`);
}
