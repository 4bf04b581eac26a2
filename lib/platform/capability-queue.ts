import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export type CapabilityQueueProps = {
  fifo: boolean;
  /** Of the function that reads the queue. */
  consumerTimeout: Duration;
  maxReceiveCount: number;
  /** How long its consumer lets a batch grow. */
  batchWindow?: Duration;
  /** How long each message waits before anybody sees it. */
  delay?: Duration;
  /** Where failures are left; a place of the queue's own unless given. */
  deadLetters?: IQueue;
  /** For senders that cannot say by which a FIFO queue knows a repeat, as EventBridge Scheduler. */
  contentBasedDeduplication?: boolean;
};

/** Messages stay as long as SQS keeps them: a broken channel may take days to mend. */
const RETENTION = Duration.days(14);
/** AWS's advice for queues that Lambda reads; a window of batches comes on top. */
const VISIBILITY_TIMEOUTS = 6;

/** A queue with the place where its failures are left; SQS's own keys, TLS only. */
export class CapabilityQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: IQueue;

  constructor(scope: Construct, id: string, props: CapabilityQueueProps) {
    super(scope, id);
    const house = {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: RETENTION,
      removalPolicy: RemovalPolicy.DESTROY,
      ...(props.fifo ? { fifo: true as const } : {}),
    };
    this.deadLetters = props.deadLetters ?? new Queue(this, 'DeadLetters', house);
    this.queue = new Queue(this, 'Queue', {
      ...house,
      ...(props.delay ? { deliveryDelay: props.delay } : {}),
      ...(props.contentBasedDeduplication ? { contentBasedDeduplication: true } : {}),
      visibilityTimeout: Duration.seconds(
        props.consumerTimeout.toSeconds() * VISIBILITY_TIMEOUTS + (props.batchWindow?.toSeconds() ?? 0),
      ),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.maxReceiveCount },
    });
  }
}
