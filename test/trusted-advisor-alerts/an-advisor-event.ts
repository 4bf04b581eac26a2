import type { AdvisorItem } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import type { AdvisorReading } from '#lambdas/contracts/trusted-advisor/advisor-reading.ts';
import type { AccountStanding, KnownChecks } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { AdvisorSelection } from '#lambdas/contracts/trusted-advisor/advisor-selection.ts';
import type { AdvisorSettings } from '#lambdas/trusted-advisor-alerts/advisor-ports.ts';
import { AdvisorMessage } from '#lambdas/trusted-advisor-alerts/refresh-event.ts';

export const NOW = new Date('2026-11-23T10:00:00Z');
export const ACCOUNT = {
  id: '222233334444',
  name: 'payments-prod',
  owner: 'payments',
  tags: { team: 'till' },
};

export const SNAPSHOTS = { id: 'H7IgTzjTYb', name: 'Amazon EBS Snapshots', category: 'fault_tolerance' };
export const VPC_LIMIT = { id: 'jL7PP0l7J9', name: 'VPC', category: 'service_limits' };
const IDLE_DATABASES = {
  id: 'Ti39halfu8',
  name: 'Amazon RDS Idle DB Instances',
  category: 'cost_optimizing',
};
export const KNOWN: KnownChecks = {
  at: '2026-11-23T09:00:00Z',
  checks: [
    SNAPSHOTS,
    VPC_LIMIT,
    IDLE_DATABASES,
    {
      id: 'Hs4Ma3G127',
      name: 'S3 buckets should have logging',
      category: 'security',
      source: 'security_hub',
    },
    { id: 'zXCkfM1nI3', name: 'IAM Use of today', category: 'security', formerNames: ['IAM Use'] },
  ],
};

export const SELECTION: AdvisorSelection = {
  categories: [
    'security',
    'cost_optimizing',
    'fault_tolerance',
    'performance',
    'service_limits',
    'operational_excellence',
  ],
  severities: ['critical', 'error', 'warning', 'info'],
  checks: ['*'],
  except: [],
  securityHub: false,
  limits: [
    { percent: 80, severity: 'warning' },
    { percent: 100, severity: 'error' },
  ],
  mutes: [],
};
export const settings: AdvisorSettings = {
  selection: SELECTION,
  ownerKey: 'owner',
  owners: ['payments', 'web'],
  accounts: [],
  homeRegion: 'eu-west-1',
};

/** An account whose first reading is over: what comes now is new. */
export const READ: AccountStanding = {
  state: 'ok',
  since: '2026-11-01T00:00:00Z',
  triedAt: '2026-11-23T09:00:00Z',
  readAt: '2026-11-23T09:00:00Z',
  baselineAt: '2026-11-01T01:00:00Z',
  heardAt: '2026-11-01T00:00:00Z',
  checks: KNOWN.checks.map(({ id }) => id),
};

export type EventOf = {
  check?: string;
  status?: string;
  at?: string;
  arn?: string;
  account?: string;
  columns?: Record<string, unknown>;
};

/** A refreshed item as EventBridge brings it: a volume without a snapshot, unless said otherwise. */
export function anAdvisorEvent(of: EventOf = {}): AdvisorMessage {
  const { check = SNAPSHOTS.name, status = 'ERROR', at = '2026-11-23T09:50:00Z', account = ACCOUNT.id } = of;
  const { arn = `arn:aws:ec2:eu-west-1:${account}:volume/vol-1`, columns } = of;
  return AdvisorMessage.parse({
    version: '0',
    id: 'c0ffee00-0000-4000-8000-000000000001',
    'detail-type': 'Trusted Advisor Check Item Refresh Notification',
    source: 'aws.trustedadvisor',
    account,
    time: at,
    region: 'us-east-1',
    resources: [],
    detail: {
      'check-name': check,
      'check-item-detail': columns ?? {
        Status: 'Red',
        Region: 'eu-west-1',
        'Volume ID': arn.split('/').at(-1),
        'Volume Name': null,
        'Snapshot ID': '',
        Reason: 'No snapshot',
      },
      status,
      resource_id: arn,
      uuid: '1f0e9d8c-0000-4000-8000-000000000002',
    },
  });
}

/** The use of a service limit, which has no ARN. */
export function aLimitEvent(used: number, of: EventOf & { status: string }): AdvisorMessage {
  const columns = {
    Region: 'eu-west-1',
    Service: 'VPC',
    'Limit Name': 'VPCs',
    'Limit Amount': '20',
    'Current Usage': String(used),
    Status: 'Yellow',
  };
  return anAdvisorEvent({ check: VPC_LIMIT.name, arn: '', columns, ...of });
}

/** The same volume as the API knows it: by an id of its own, and columns. */
export function aReadVolume(volume = 'vol-1', status: AdvisorItem['status'] = 'error'): AdvisorItem {
  return {
    status,
    apiId: `opaque-${volume}`,
    region: 'eu-west-1',
    fields: { Region: 'eu-west-1', 'Volume ID': volume, Status: 'Red', Reason: 'No snapshot' },
  };
}

export function aReading(of: Partial<AdvisorReading> = {}): AdvisorReading {
  return {
    kind: 'reading',
    account: ACCOUNT.id,
    check: SNAPSHOTS,
    at: '2026-11-23T09:55:00Z',
    seen: [],
    ended: [],
    ...of,
  };
}
