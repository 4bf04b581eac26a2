import type { AlternateContact, ContactType } from '#lambdas/contracts/directory.ts';
import type { WorldAdvisor } from './world-advisor.ts';
import type { WorldSupport } from './world-cases.ts';
import type { WorldContainers } from './world-containers.ts';
import type { WorldCosts } from './world-costs.ts';
import type { WorldLogGroup } from './world-logs.ts';
import type { TagFailure, WorldAggregator, WorldResource } from './world-resources.ts';

/** A unit of the tree; the root is the one without a parent. */
export type OrganizationalUnit = { id: string; name: string; parentId?: string };

/** AWS Support plans, `basic` being the one without an API. */
export type SupportPlan =
  | 'basic'
  | 'developer'
  | 'business'
  | 'enterprise-on-ramp'
  | 'business-plus'
  | 'enterprise';

/**
 * What AWS Config has in a Region. `internal` is a service-linked recorder, which delivers no items. A recorder may
 * cover only some types of resources, or all except some.
 */
export type Recorder =
  | 'recording'
  | 'stopped'
  | 'none'
  | 'internal'
  | { only: string[]; except?: never }
  | { except: string[]; only?: never };

export type WorldAccount = {
  id: string;
  name: string;
  email: string;
  /** The id of the root or of a unit. */
  parentId: string;
  state: 'ACTIVE' | 'SUSPENDED' | 'PENDING_CLOSURE' | 'PENDING_ACTIVATION' | 'CLOSED';
  joinedAt: string;
  tags: Record<string, string>;
  contacts: Partial<Record<ContactType, AlternateContact>>;
  supportPlan: SupportPlan;
  /** By Region; a Region that is not named has none. */
  recorders: Record<string, Recorder>;
};

/** A stack of a StackSet in one account and Region, in CloudFormation's words. */
export type StackInstance = {
  account: string;
  region: string;
  status: 'CURRENT' | 'OUTDATED' | 'INOPERABLE';
  detailedStatus:
    | 'PENDING'
    | 'RUNNING'
    | 'SUCCEEDED'
    | 'FAILED'
    | 'CANCELLED'
    | 'INOPERABLE'
    | 'SKIPPED_SUSPENDED_ACCOUNT';
  reason?: string;
};

/** A stack as CloudFormation describes it. */
export type DeployedStack = {
  name: string;
  /** `UPDATE_COMPLETE`, `ROLLBACK_COMPLETE` … */
  status: string;
  description?: string;
  outputs: Record<string, string>;
  tags: Record<string, string>;
};

export type StackResource = { logicalId: string; type: string; physicalId: string };

export type Trail = {
  name: string;
  isLogging: boolean;
  isMultiRegion: boolean;
  isOrganization: boolean;
  /** us-east-1 unless said otherwise. */
  homeRegion?: string;
  /** Which management events it records; all unless said otherwise. */
  readWriteType?: 'All' | 'ReadOnly' | 'WriteOnly';
};

export type HealthApiEvent = {
  arn: string;
  service: string;
  eventTypeCode: string;
  eventTypeCategory: string;
  eventScopeCode: 'PUBLIC' | 'ACCOUNT_SPECIFIC' | 'NONE';
  region: string;
  startTime: number;
  endTime?: number;
  lastUpdatedTime: number;
  statusCode: 'open' | 'closed' | 'upcoming';
  description: string;
  actionability?: 'ACTION_REQUIRED' | 'ACTION_MAY_BE_REQUIRED' | 'INFORMATIONAL';
  personas?: ('OPERATIONS' | 'SECURITY' | 'BILLING')[];
  /** Per affected account, its resources. */
  affected: Record<string, { value: string; status: string; url?: string }[]>;
  /** What is told of the event otherwise to some of these accounts. */
  details?: Record<string, { description?: string; lastUpdatedTime?: number }>;
};

/**
 * An Organization with its accounts, as the counterparts of AWS's services know it. Plain data: tests and the
 * console change it as they like, and the counterparts answer from what it says at that moment.
 */
export type World = {
  /** Empty where there is no Organization: the accounts stand alone. */
  organizationId: string;
  managementAccount: string;
  hubAccount: string;
  homeRegion: string;
  units: OrganizationalUnit[];
  accounts: WorldAccount[];
  /** Service principals with trusted access. */
  trustedServices: string[];
  /**
   * CloudFormation's own switch for StackSets, which AWS's list of trusted services may contradict. Unless said
   * otherwise it follows that list.
   */
  organizationsAccess?: 'ENABLED' | 'DISABLED' | 'DISABLED_PERMANENTLY';
  /** By account: the service principals that it is a delegated administrator for. */
  delegatedAdministrators: Record<string, string[]>;
  stackSets: Record<string, StackInstance[]>;
  health: { organizationalView: boolean; events: HealthApiEvent[] };
  /** Trails that record management events in the management account. */
  trails: Trail[];
  costExplorer: { enabled: boolean; allocationTags: Record<string, 'Active' | 'Inactive'> };
  /** What the accounts cost. */
  costs: WorldCosts;
  /** What runs on Amazon ECS. */
  containers: WorldContainers;
  logs: WorldLogGroup[];
  /** What the accounts hold, as AWS Config and the tagging API know it. */
  resources: WorldResource[];
  aggregators: WorldAggregator[];
  /** What Trusted Advisor says of them. */
  advisor: WorldAdvisor;
  /** Cases of AWS Support. */
  support: WorldSupport;
  /** By ARN: what the tagging API cannot tag, and what it says then. */
  tagFailures?: Record<string, TagFailure>;
  /** Of the hub account and home Region. */
  concurrentExecutions: number;
  /** CDK's bootstrap version, by `account/region`. */
  bootstrap: Record<string, number>;
  /** The stack of the hub account in the home Region; absent before it is deployed. */
  hubStack?: DeployedStack;
  hubResources?: StackResource[];
  /** Addresses that are subscribed to the hub's topics, be it pending or not. */
  alarmEmails?: string[];
  /** Addresses of the alarm topic that have not followed the link of the mail. */
  pendingSubscriptions: string[];
};
