import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { AccountDirectory } from '#lib/capabilities/account-directory.ts';
import { AlertClock } from '#lib/capabilities/alert-clock.ts';
import { AlertDesk, DESK_TIMEOUT } from '#lib/capabilities/alert-desk.ts';
import { CaseTrackers } from '#lib/capabilities/case-trackers.ts';
import { ChatDelivery, DELIVERY_TIMEOUT } from '#lib/capabilities/chat-delivery.ts';
import { CostAnomalies } from '#lib/capabilities/cost-anomalies.ts';
import { CostReports } from '#lib/capabilities/cost-reports.ts';
import { EcsAlerts } from '#lib/capabilities/ecs-alerts.ts';
import { EcsHistory } from '#lib/capabilities/ecs-history.ts';
import { EcsInventory } from '#lib/capabilities/ecs-inventory.ts';
import { HealthAlerts } from '#lib/capabilities/health-alerts.ts';
import { HealthReconcile } from '#lib/capabilities/health-reconcile.ts';
import { Heartbeat } from '#lib/capabilities/heartbeat.ts';
import { RequiredTags } from '#lib/capabilities/required-tags.ts';
import { SupportCases } from '#lib/capabilities/support-cases.ts';
import { TagCoverage } from '#lib/capabilities/tag-coverage.ts';
import { TrackerHooks } from '#lib/capabilities/tracker-hooks.ts';
import { TrustedAdvisorAlerts } from '#lib/capabilities/trusted-advisor-alerts.ts';
import { TrustedAdvisorSweep } from '#lib/capabilities/trusted-advisor-sweep.ts';
import { hasCostReader } from '#lib/costs/cost-settings.ts';
import { AccountRowsTable } from '#lib/platform/account-rows-table.ts';
import { AlarmTopic } from '#lib/platform/alarm-topic.ts';
import { CapabilityQueue } from '#lib/platform/capability-queue.ts';
import { DirectoryTable } from '#lib/platform/directory-table.ts';
import { DoctorRole } from '#lib/platform/doctor-role.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { HubBus } from '#lib/platform/hub-bus.ts';
import { LedgerTable } from '#lib/platform/ledger-table.ts';
import { MissedRuns } from '#lib/platform/missed-runs.ts';
import { Reports } from '#lib/platform/reports.ts';
import { VERSION } from '#lib/platform/version.ts';
import type { Settings } from '#lib/settings.ts';
import { hooksOf } from '#lib/support/hook-settings.ts';

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
    const alarmTopic = new AlarmTopic(this, 'Alarms', { emails: settings.alarmEmails }).topic;
    const hub: Hub = {
      settings,
      // Not CDK's name for it, which two stacks of different names would share.
      bus: new HubBus(this, 'Hub', { name: this.stackName, settings }).bus,
      ledger: new LedgerTable(this, 'Ledger').table,
      directory: new DirectoryTable(this, 'Directory').table,
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
      missedRuns: new MissedRuns(this, 'MissedRuns', { alarmTopic }).queue,
      alarmTopic,
      logRetention: RETENTION[settings.logRetentionDays],
    };

    new CfnOutput(this, 'Version', { value: VERSION, description: 'The version of Reeve that runs here' });
    if (settings.organization) {
      const { organization } = settings;
      new DoctorRole(this, 'Doctor', { organization, hasCostReader: hasCostReader(settings) });
    }

    const desk = new AlertDesk(this, 'AlertDesk', { hub });
    new AlertClock(this, 'AlertClock', { hub });
    const { costs, ecs, tags, trustedAdvisor: advisor, support } = settings;
    const hasReports = costs || ecs?.history || ecs?.inventory || tags?.coverage || advisor || support;
    const reports = hasReports ? this.addReports() : undefined;
    // Only costs leave pictures there.
    new ChatDelivery(this, 'ChatDelivery', { hub, ...(costs && reports ? { reports: reports.bucket } : {}) });
    if (settings.organization && settings.accountDirectory) {
      const { organization, accountDirectory } = settings;
      new AccountDirectory(this, 'AccountDirectory', { hub, organization, accountDirectory });
    }
    if (settings.health) {
      const { queue } = new HealthAlerts(this, 'HealthAlerts', { hub, health: settings.health });
      if (settings.health.reconcile)
        new HealthReconcile(this, 'HealthReconcile', { hub, healthEvents: queue });
    }
    if (settings.ecs) {
      const { queue } = new EcsAlerts(this, 'EcsAlerts', { hub, ecs: settings.ecs });
      desk.asks('ecs', queue);
    }
    if (tags) {
      const findings = new AccountRowsTable(this, 'TagFindings').table;
      const { queue: tagEvents } = new RequiredTags(this, 'RequiredTags', { hub, tags, findings });
      if (tags.coverage && reports) {
        new TagCoverage(this, 'TagCoverage', { hub, tags, reports, findings, tagEvents });
      }
    }
    if (advisor) {
      const items = new AccountRowsTable(this, 'TrustedAdvisorItems').table;
      const { queue: advisorEvents } = new TrustedAdvisorAlerts(this, 'TrustedAdvisorAlerts', {
        hub,
        advisor,
        items,
      });
      if (reports)
        new TrustedAdvisorSweep(this, 'TrustedAdvisorSweep', { hub, advisor, reports, items, advisorEvents });
    }
    if (support && reports) {
      const cases = new SupportCases(this, 'SupportCases', { hub, support, reports });
      const { rows, redacted } = cases;
      if (Object.keys(support.trackers).length > 0) {
        const trackers = new CaseTrackers(this, 'CaseTrackers', { hub, support, cases: rows, redacted });
        cases.announcesTo(trackers.function);
        const hooks = hooksOf(support, this.stackName);
        if (hooks.length > 0) {
          const { url } = new TrackerHooks(this, 'TrackerHooks', { hub, hooks, trackers: trackers.function });
          const description = 'Webhooks of a tracker come here, with its name behind the last slash';
          new CfnOutput(this, 'TrackerHooksUrl', { value: url, description });
        }
      }
      new CfnOutput(this, 'SupportTable', {
        value: rows.tableName,
        description: 'What is known of support cases',
      });
      const description = 'Support cases, redacted';
      new CfnOutput(this, 'SupportBucket', { value: redacted.bucketName, description });
    }
    if (settings.heartbeat) new Heartbeat(this, 'Heartbeat', { hub, heartbeat: settings.heartbeat });
    if (costs && reports) new CostReports(this, 'CostReports', { hub, costs, reports });
    if (costs?.anomalies) new CostAnomalies(this, 'CostAnomalies', { hub });
    if (ecs?.history && reports) new EcsHistory(this, 'EcsHistory', { hub, reports });
    if (ecs?.inventory && reports) new EcsInventory(this, 'EcsInventory', { hub, reports });
  }

  private addReports(): Reports {
    const reports = new Reports(this, 'Reports');
    const value = reports.bucket.bucketName;
    new CfnOutput(this, 'ReportBucket', { value, description: 'Reports lie here' });
    return reports;
  }
}
