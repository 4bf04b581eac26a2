/** What health-alerts reads of an event; the rest of the envelope is EventBridge's alone. */
export type HealthMessage = {
  version: '0';
  source: 'aws.health';
  'detail-type': 'AWS Health Event';
  account: string;
  region: string;
  /** ISO 8601. */
  time: string;
  detail: HealthMessageDetail;
};

/** Times are RFC 1123, counts are texts, as AWS sends them. */
type HealthMessageDetail = {
  eventArn: string;
  service?: string | undefined;
  eventTypeCode?: string | undefined;
  eventTypeCategory?: string | undefined;
  eventScopeCode: 'PUBLIC' | 'ACCOUNT_SPECIFIC';
  communicationId: string;
  startTime?: string | undefined;
  endTime?: string | undefined;
  lastUpdatedTime: string;
  statusCode?: string | undefined;
  eventRegion?: string | undefined;
  eventDescription: { language: string; latestDescription: string }[];
  affectedEntities: MessageEntity[];
  affectedAccount?: string | undefined;
  page: string;
  totalPages: string;
  backupEvent: 'false';
  actionability?: string | undefined;
  personas?: string[] | undefined;
};

export type MessageEntity = {
  entityValue: string;
  status?: string | undefined;
  entityUrl?: string | undefined;
  lastUpdatedTime?: string | undefined;
  tags?: Record<string, string> | undefined;
};
