/** Logical ids in the hub's template, without CDK's hash. No `source`: what lies there the next run does again. */
type DeadLetterQueue = { deadLetters: string; source?: string };

/** Where each capability leaves its failures, and the queue that they belong to; a test holds it to the template. */
export const deadLetterQueues = new Map<string, DeadLetterQueue>([
  ['health-alerts', { deadLetters: 'HealthAlertsEventsDeadLetters', source: 'HealthAlertsEventsQueue' }],
  ['ecs-alerts', { deadLetters: 'EcsAlertsEventsDeadLetters', source: 'EcsAlertsEventsQueue' }],
  ['required-tags', { deadLetters: 'RequiredTagsEventsDeadLetters', source: 'RequiredTagsEventsQueue' }],
  [
    'trusted-advisor-alerts',
    {
      deadLetters: 'TrustedAdvisorAlertsEventsDeadLetters',
      source: 'TrustedAdvisorAlertsEventsQueue',
    },
  ],
  ['health-reconcile', { deadLetters: 'HealthReconcileWorkDeadLetters', source: 'HealthReconcileWorkQueue' }],
  ['cost-reports', { deadLetters: 'CostReportsRunsDeadLetters', source: 'CostReportsRunsQueue' }],
  ['cost-anomalies', { deadLetters: 'CostAnomaliesEventsDeadLetters', source: 'CostAnomaliesEventsQueue' }],
  ['ecs-history', { deadLetters: 'EcsHistoryEventsDeadLetters', source: 'EcsHistoryEventsQueue' }],
  ['alert-desk', { deadLetters: 'AlertsDeadLetters', source: 'AlertsQueue' }],
  ['chat-delivery', { deadLetters: 'OutboxDeadLetters', source: 'OutboxQueue' }],
  ['missed-runs', { deadLetters: 'MissedRunsDeadLetters' }],
]);
