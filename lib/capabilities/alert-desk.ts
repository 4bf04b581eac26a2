import { Duration, Lazy, Stack } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Environment } from '#lambdas/alert-desk/environment.ts';
import { OPEN_INDEX } from '#lambdas/contracts/ledger.ts';
import type { DeskSettings } from '#lambdas/contracts/settings.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { addQueueAlarms } from '#lib/platform/queue-alarms.ts';
import { consumeQueue } from '#lib/platform/queue-source.ts';

const NAME = 'alert-desk';
/** The end of a mute may concern thousands of parts. */
export const DESK_TIMEOUT = Duration.minutes(2);

/** Owns the ledger: from observations it makes alerts and decides which channels hear of them. */
export class AlertDesk extends Construct {
  readonly #desk: Function;
  readonly #asked: Record<string, string> = {};

  constructor(scope: Construct, id: string, { hub }: { hub: Hub }) {
    super(scope, id);
    const { alerts, outbox, ledger } = hub;
    const { routes, mutes, owners } = hub.settings;
    const settings: DeskSettings = { routes, mutes, owners };
    const { function: desk } = new CapabilityFunction<Environment>(this, 'Desk', {
      name: NAME,
      environment: {
        LEDGER_TABLE: ledger.tableName,
        ALERTS_QUEUE_URL: alerts.queue.queueUrl,
        OUTBOX_QUEUE_URL: outbox.queue.queueUrl,
        DEAD_LETTERS_URL: alerts.deadLetters.queueUrl,
        CHECK_QUEUE_URLS: Lazy.string({ produce: () => Stack.of(this).toJsonString(this.#asked) }),
      },
      timeout: DESK_TIMEOUT,
      logRetention: hub.logRetention,
      settings,
    });

    this.#desk = desk;
    grants.useRows(ledger, desk);
    grants.queryIndexes(ledger, [OPEN_INDEX], desk);
    grants.send(outbox.queue, desk);
    grants.send(alerts.queue, desk);
    grants.send(alerts.deadLetters, desk);

    grants.postpone(alerts.queue, desk);
    consumeQueue(desk, alerts.queue, { maxConcurrency: 20 });
    addQueueAlarms(this, {
      capability: NAME,
      alarmTopic: hub.alarmTopic,
      messages: alerts,
      delayImpact: 'Alerts wait for more than an hour before any channel hears of them.',
      failureImpact: 'Some alerts are missing or not up to date in every channel.',
    });
  }

  /** Has a source's open alerts asked about on the queue of its capability. */
  asks(source: string, queue: IQueue): void {
    this.#asked[source] = queue.queueUrl;
    grants.send(queue, this.#desk);
  }
}
