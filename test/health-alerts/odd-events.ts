import { aHealthEvent, type BusEvent } from '#test/health-alerts/a-health-event.ts';

/** Shapes that AWS sends or publishes and that a reader might not expect, each by what is odd about it. */
export const ODD_EVENTS: Record<string, BusEvent> = {
  'open, though ended and "[RESOLVED]"': aHealthEvent({
    eventScopeCode: 'PUBLIC',
    endTime: 'Tue, 10 Mar 2026 07:58:00 GMT',
    affectedEntities: undefined,
    eventDescription: [{ language: 'en_US', latestDescription: '[RESOLVED] Launches are normal again.' }],
  }),
  'an ARN without a service, no last update, no entities': aHealthEvent({
    eventArn: 'arn:aws:health:eu-west-3::event/AWS_ELASTICLOADBALANCING_API_ISSUE_REEVE_2',
    service: 'ELASTICLOADBALANCING',
    eventTypeCode: 'AWS_ELASTICLOADBALANCING_API_ISSUE',
    lastUpdatedTime: undefined,
    affectedEntities: undefined,
  }),
  'a backup copy with a single-digit day': aHealthEvent(
    { startTime: 'Tue, 3 Mar 2026 05:01:10 GMT', backupEvent: 'true' },
    { region: 'us-west-2' },
  ),
  'no resources, truncated metadata, a wrong weekday': aHealthEvent(
    {
      eventTypeCode: 'AWS_EC2_INSTANCE_RETIREMENT_SCHEDULED',
      eventTypeCategory: 'scheduledChange',
      startTime: 'Mon, 12 Aug 2026 13:00:00 GMT',
      eventMetadata: { note: 'cut', truncated: 'true' },
      actionability: 'ACTION_REQUIRED',
      personas: ['OPERATIONS'],
    },
    { resources: undefined },
  ),
  'one page of ten, sent years before its last update': aHealthEvent(
    {
      eventTypeCode: 'AWS_LAMBDA_PLANNED_LIFECYCLE_EVENT',
      eventTypeCategory: 'scheduledChange',
      startTime: 'Thu, 1 Oct 2026 00:00:00 GMT',
      page: '7',
      totalPages: '10',
    },
    { time: '2023-03-10T08:05:00Z' },
  ),
  'an ARN that ends in the type code, starting after it was sent': aHealthEvent({
    eventArn: 'arn:aws:health:eu-north-1::event/EC2/AWS_EC2_API_ISSUE',
    eventScopeCode: 'PUBLIC',
    startTime: 'Tue, 10 Mar 2026 09:30:00 GMT',
    backupEvent: undefined,
  }),
  'an abuse report of the old schema in the region "global"': aHealthEvent(
    {
      eventArn: 'arn:aws:health:global::event/AWS_ABUSE_DOS_REPORT_REEVE_3',
      service: 'ABUSE',
      eventTypeCode: 'AWS_ABUSE_DOS_REPORT',
      eventScopeCode: undefined,
      communicationId: undefined,
      statusCode: undefined,
      eventRegion: undefined,
      lastUpdatedTime: undefined,
      affectedAccount: undefined,
      page: undefined,
      totalPages: undefined,
      backupEvent: undefined,
    },
    { 'detail-type': 'AWS Health Abuse Event', region: 'global' },
  ),
  'an empty end, odd keys in entities, no ARN': aHealthEvent({
    eventArn: undefined,
    service: 'EKS',
    eventTypeCode: 'AWS_EKS_PLANNED_LIFECYCLE_EVENT',
    eventTypeCategory: 'scheduledChange',
    endTime: '',
    affectedEntities: [
      { entityValue: 'blue', statusCode: 'PENDING', lastupdatedTime: 'Tue, 10 Mar 2026 07:00:00 GMT' },
      { entityValue: 'green', status: 'RESOLVED', lastUpdatedtime: 'Tue, 10 Mar 2026 07:00:00 GMT' },
    ],
  }),
  'closed long after its end, the ARN names another service': aHealthEvent({
    eventArn: 'arn:aws:health:global::event/STS/AWS_STS_API_ISSUE/AWS_STS_API_ISSUE_REEVE_4',
    service: 'IAM',
    eventTypeCode: 'AWS_IAM_API_ISSUE',
    eventScopeCode: 'PUBLIC',
    eventRegion: 'global',
    endTime: 'Mon, 9 Mar 2026 15:00:00 GMT',
    statusCode: 'closed',
  }),
  'a category in lower case, an entity that is UPCOMING': aHealthEvent({
    eventTypeCategory: 'scheduledchange',
    affectedEntities: [{ entityValue: 'vol-0aa11bb22cc33dd44', status: 'UPCOMING' }],
  }),
  'a literal \\n and a wildcard domain': aHealthEvent({
    service: 'ACM',
    eventTypeCode: 'AWS_ACM_RENEWAL_STATE_CHANGE',
    eventTypeCategory: 'accountNotification',
    eventDescription: [{ language: 'en_US', latestDescription: 'Renew soon:\\n\\n*.example.com\\nThanks' }],
    affectedEntities: [{ entityValue: '*.example.com' }],
  }),
  'an entity that is a cluster and its service': aHealthEvent({
    service: 'ECS',
    eventTypeCode: 'AWS_ECS_TASK_PATCHING_RETIREMENT',
    affectedEntities: [{ entityValue: 'orders-cluster/checkout' }],
  }),
  'an unknown category': aHealthEvent({ eventTypeCategory: 'celebration', affectedEntities: undefined }),
  'an investigation': aHealthEvent({ eventTypeCategory: 'investigation' }),
  'an entity that is a credential': aHealthEvent({
    service: 'RISK',
    eventTypeCode: 'AWS_RISK_CREDENTIALS_EXPOSED',
    affectedEntities: [{ entityValue: 'AKIAREEVEEXAMPLE0001' }],
  }),
  'tags on entities': aHealthEvent({
    affectedEntities: [{ entityValue: 'i-0aa11bb22cc33dd44', tags: { team: 'payments', tier: 'gold' } }],
  }),
  'Japanese before English': aHealthEvent({
    eventDescription: [
      { language: 'ja_JP', latestDescription: '起動に失敗することがあります。' },
      { language: 'en_US', latestDescription: 'Launches may fail.' },
    ],
  }),
  'nothing in detail': aHealthEvent({}, { detail: {} }),
};

/** What another tool makes of an AWS Health event and puts on a bus; not for us. */
export const AHA_EVENT = aHealthEvent(
  {
    eventArn: undefined,
    arn: 'arn:aws:health:eu-west-1::event/x',
    eventDescription: { latestDescription: 'x' },
  },
  { source: 'aha', 'detail-type': 'AHA Event' },
);

/** An entry of PutEvents, in which `Detail` is still a text. */
export const PUT_EVENTS_ENTRY = {
  Source: 'aws.health',
  DetailType: 'AWS Health Event',
  Time: 'to be filled in',
  Detail: '{"service":"EBS"}',
};
