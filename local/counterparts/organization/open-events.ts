import type { HealthApiEvent, World } from './world.ts';

const DAY_MS = 86_400_000;

/** What was announced to a world before Reeve came: its first digest tells of it. */
export function openEvents({ accounts, homeRegion }: World, now: number): HealthApiEvent[] {
  const [first = '', second = ''] = accounts
    .filter(({ state }) => state === 'ACTIVE')
    .map(({ id }) => id)
    .slice(2);
  return [
    {
      ...eventOf('LAMBDA', 'AWS_LAMBDA_PLANNED_LIFECYCLE_EVENT', 'scheduledChange'),
      region: homeRegion,
      startTime: now + 70 * DAY_MS,
      lastUpdatedTime: now - 20 * DAY_MS,
      statusCode: 'upcoming',
      actionability: 'ACTION_REQUIRED',
      description: 'The Node.js 20 runtime of AWS Lambda ends. Functions that use it are listed.',
      affected: {
        [first]: [{ value: `arn:aws:lambda:${homeRegion}:${first}:function:invoices`, status: 'PENDING' }],
        [second]: [
          { value: `arn:aws:lambda:${homeRegion}:${second}:function:thumbnails`, status: 'PENDING' },
        ],
      },
    },
    {
      ...eventOf('RDS', 'AWS_RDS_MAINTENANCE_SCHEDULED', 'scheduledChange'),
      region: homeRegion,
      startTime: now + 6 * DAY_MS,
      lastUpdatedTime: now - 2 * DAY_MS,
      statusCode: 'upcoming',
      description: 'A database instance gets a newer operating system in its maintenance window.',
      affected: { [first]: [{ value: 'ledger-primary', status: 'PENDING' }] },
    },
  ];
}

function eventOf(service: string, eventTypeCode: string, eventTypeCategory: string) {
  const id = `${eventTypeCode}_7C31B0A4`;
  return {
    arn: `arn:aws:health:eu-central-1::event/${service}/${eventTypeCode}/${id}`,
    service,
    eventTypeCode,
    eventTypeCategory,
    eventScopeCode: 'ACCOUNT_SPECIFIC' as const,
  };
}
