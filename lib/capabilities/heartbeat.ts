import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { METRIC_NAMESPACE, SILENT_MEMBERS, STACK_DIMENSION } from '#lambdas/contracts/metrics.ts';
import type { HeartbeatSettings } from '#lambdas/contracts/settings.ts';
import type { Environment } from '#lambdas/heartbeat/environment.ts';
import { HEARTBEATS } from '#lib/event-patterns.ts';
import { regionsOfMembers } from '#lib/members/regions-of-members.ts';
import { addCapabilityAlarm } from '#lib/platform/capability-alarm.ts';
import { CapabilityFunction } from '#lib/platform/capability-function.ts';
import { FunctionSchedule } from '#lib/platform/function-schedule.ts';
import { grants } from '#lib/platform/grants.ts';
import type { Hub } from '#lib/platform/hub.ts';
import { leaveMissedRuns } from '#lib/platform/leave-missed-runs.ts';
import { VERSION } from '#lib/platform/version.ts';
import type { Settings } from '#lib/settings.ts';

const NAME = 'heartbeat';
/** A directory of ten thousand accounts is read in a few seconds. */
const TIMEOUT = Duration.minutes(1);
/** Counting is hourly: a count that comes a little late must not look like silence that is over. */
const ALARM_PERIOD = Duration.hours(2);

export type HeartbeatProps = { hub: Hub; heartbeat: NonNullable<Settings['heartbeat']> };

/** Members whose events do not reach the hub any more are noticed, by e-mail at once and in chat once a day. */
export class Heartbeat extends Construct {
  constructor(scope: Construct, id: string, { hub, heartbeat }: HeartbeatProps) {
    super(scope, id);
    const { alarmTopic, missedRuns } = hub;
    const { function: watch } = new CapabilityFunction<Environment>(this, 'Watch', {
      name: NAME,
      environment: {
        DIRECTORY_TABLE: hub.directory.tableName,
        ALERTS_QUEUE_URL: hub.alerts.queue.queueUrl,
        STACK_NAME: Stack.of(this).stackName,
      },
      timeout: TIMEOUT,
      logRetention: hub.logRetention,
      settings: settingsOf(hub.settings, heartbeat),
    });

    grants.scanRows(hub.directory, watch);
    grants.putRows(hub.directory, watch);
    grants.send(hub.alerts.queue, watch);

    // A heartbeat that is lost comes again, as does what counts them.
    leaveMissedRuns(watch, { retries: 2, missedRuns });
    new Rule(this, 'Receive', {
      eventPattern: HEARTBEATS,
      eventBus: hub.bus,
      targets: [new LambdaFunction(watch, { deadLetterQueue: missedRuns })],
    });
    new FunctionSchedule(this, 'Count', {
      function: watch,
      description: 'Counts the members that are silent',
      expression: ScheduleExpression.rate(Duration.hours(1)),
      message: { kind: 'count' },
      missedRuns,
    });
    new FunctionSchedule(this, 'Tell', {
      function: watch,
      description: 'Tells how many members were heard',
      expression: ScheduleExpression.cron({ hour: '8', minute: '0' }),
      message: { kind: 'tell' },
      missedRuns,
    });

    const silent = new Metric({
      namespace: METRIC_NAMESPACE,
      metricName: SILENT_MEMBERS,
      dimensionsMap: { [STACK_DIMENSION]: Stack.of(this).stackName },
      period: ALARM_PERIOD,
      statistic: 'Maximum',
    });
    const impact = 'Events of some accounts or Regions do not reach the hub, so nobody hears of them.';
    addCapabilityAlarm(
      new Construct(this, 'Silence'),
      { capability: NAME, alarmTopic, failureImpact: impact },
      silent,
      1,
    );
  }
}

function settingsOf(
  settings: Settings,
  { silentAfterHours }: HeartbeatProps['heartbeat'],
): HeartbeatSettings {
  const { organization, accountDirectory, accounts } = settings;
  return {
    regions: regionsOfMembers(settings).toSorted(),
    silentAfterHours,
    version: VERSION,
    hasDirectory: accountDirectory !== undefined,
    ...(organization ? { managementAccount: organization.managementAccount } : {}),
    accounts,
  };
}
