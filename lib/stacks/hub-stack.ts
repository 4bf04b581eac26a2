import { Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { AlertClock } from '#lib/capabilities/alert-clock.ts';
import { AlertDesk, DESK_TIMEOUT } from '#lib/capabilities/alert-desk.ts';
import { ChatDelivery, DELIVERY_TIMEOUT } from '#lib/capabilities/chat-delivery.ts';
import { HealthAlerts } from '#lib/capabilities/health-alerts.ts';
import { AlarmTopic } from '#lib/platform/alarm-topic.ts';
import { CapabilityQueue } from '#lib/platform/capability-queue.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { LedgerTable } from '#lib/platform/ledger-table.ts';
import type { Settings } from '#lib/settings.ts';

const RETENTION = {
  7: RetentionDays.ONE_WEEK,
  30: RetentionDays.ONE_MONTH,
  90: RetentionDays.THREE_MONTHS,
  365: RetentionDays.ONE_YEAR,
};

export type HubStackProps = StackProps & { settings: Settings };

/** Everything that runs: what the capabilities share, and the capabilities that the settings ask for. */
export class HubStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: HubStackProps) {
    super(scope, id, props);
    const hub: Hub = {
      settings,
      // Not CDK's name for it, which two stacks of different names would share.
      bus: new EventBus(this, 'Bus', {
        eventBusName: this.stackName,
        description: 'Events that Reeve learns from',
      }),
      ledger: new LedgerTable(this, 'Ledger').table,
      alerts: new CapabilityQueue(this, 'Alerts', {
        fifo: true,
        consumerTimeout: DESK_TIMEOUT,
        maxReceiveCount: 10,
      }),
      // Hours of a channel's outage must not exhaust it.
      outbox: new CapabilityQueue(this, 'Outbox', {
        fifo: true,
        consumerTimeout: DELIVERY_TIMEOUT,
        maxReceiveCount: 100,
      }),
      alarmTopic: new AlarmTopic(this, 'Alarms', { emails: settings.alarmEmails }).topic,
      logRetention: RETENTION[settings.logRetentionDays],
    };

    new AlertDesk(this, 'AlertDesk', { hub });
    new AlertClock(this, 'AlertClock', { hub });
    new ChatDelivery(this, 'ChatDelivery', { hub });
    if (settings.health) new HealthAlerts(this, 'HealthAlerts', { hub, health: settings.health });
  }
}
