/**
 * What runs on Amazon ECS. Things bear their names or ids, the counterpart makes ARNs of them. Moments are
 * milliseconds since 1970, as the clock tells them.
 */
export type WorldContainers = { clusters: WorldCluster[]; taskDefinitions: WorldTaskDefinition[] };

export type WorldCluster = {
  account: string;
  region: string;
  name: string;
  services: WorldService[];
  tasks: WorldTask[];
  containerInstances: WorldContainerInstance[];
  capacityProviders?: string[];
  tags?: Record<string, string>;
};

export type WorldTaskDefinition = {
  account: string;
  region: string;
  family: string;
  revision: number;
  status: 'ACTIVE' | 'INACTIVE' | 'DELETE_IN_PROGRESS';
  containerDefinitions: WorldContainerDefinition[];
  registeredAt: number;
  /** AWS has text here, and for the memory. */
  cpu?: string;
  memory?: string;
  networkMode?: 'awsvpc' | 'bridge' | 'host' | 'none';
  requiresCompatibilities?: LaunchType[];
  tags?: Record<string, string>;
};

export type WorldService = {
  name: string;
  /** `ACTIVE`; one that is deleted is `DRAINING`, then `INACTIVE`, and lists hold neither. */
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE';
  /** `family:revision` */
  taskDefinition: string;
  desiredCount: number;
  runningCount: number;
  pendingCount: number;
  createdAt: number;
  /** None where capacity providers decide. */
  launchType?: LaunchType;
  capacityProviderStrategy?: { capacityProvider: string; base?: number; weight?: number }[];
  schedulingStrategy?: 'REPLICA' | 'DAEMON';
  deploymentConfiguration?: {
    deploymentCircuitBreaker?: { enable: boolean; rollback: boolean };
    maximumPercent?: number;
    minimumHealthyPercent?: number;
    strategy?: 'ROLLING' | 'BLUE_GREEN' | 'LINEAR' | 'CANARY';
  };
  deployments: WorldDeployment[];
  events: { id: string; createdAt: number; message: string }[];
  serviceDeployments?: WorldServiceDeployment[];
  tags?: Record<string, string>;
};

export type WorldTask = {
  /** 32 hexadecimal digits, or 36 characters with hyphens in older accounts. */
  id: string;
  /** `family:revision` */
  taskDefinition: string;
  /** `service:<name>` of a service's, `family:<name>` of one that somebody ran. */
  group: string;
  lastStatus: string;
  desiredStatus: 'RUNNING' | 'STOPPED';
  version: number;
  createdAt: number;
  containers: WorldTaskContainer[];
  launchType?: LaunchType;
  capacityProviderName?: string;
  /** The id of the instance that it runs on; Fargate has none. */
  containerInstance?: string;
  availabilityZone?: string;
  cpu?: string;
  memory?: string;
  healthStatus?: 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN';
  /** The id of the deployment, of a service's. */
  startedBy?: string;
  stopCode?: string;
  stoppedReason?: string;
  startedAt?: number;
  stoppingAt?: number;
  executionStoppedAt?: number;
  /** About an hour later ECS has forgotten the task. */
  stoppedAt?: number;
  overrides?: {
    containerOverrides?: { name: string; environment?: { name: string; value: string }[] }[];
  };
  tags?: Record<string, string>;
};

export type WorldContainerInstance = {
  id: string;
  ec2InstanceId: string;
  status: 'ACTIVE' | 'DRAINING' | 'REGISTERING' | 'DEREGISTERING' | 'REGISTRATION_FAILED' | 'INACTIVE';
  agentConnected: boolean;
  version: number;
  registeredAt: number;
  statusReason?: string;
  agentUpdateStatus?: 'PENDING' | 'STAGING' | 'STAGED' | 'UPDATING' | 'UPDATED' | 'FAILED';
  capacityProviderName?: string;
  /** Told only to who asks for it. */
  healthStatus?: {
    overallStatus: InstanceHealth;
    details: {
      type: 'CONTAINER_RUNTIME' | 'ACCELERATED_COMPUTE' | 'DAEMON' | 'AGENT_CONNECTIVITY';
      status: InstanceHealth;
      statusReason?: string;
      lastUpdated: number;
      lastStatusChange: number;
    }[];
  };
  tags?: Record<string, string>;
};

type LaunchType = 'EC2' | 'FARGATE' | 'EXTERNAL' | 'MANAGED_INSTANCES';
type InstanceHealth = 'OK' | 'IMPAIRED' | 'INSUFFICIENT_DATA' | 'INITIALIZING';

type WorldContainerDefinition = {
  name: string;
  image: string;
  essential: boolean;
  logConfiguration?: { logDriver: string; options?: Record<string, string> };
};

type WorldTaskContainer = {
  name: string;
  lastStatus: string;
  image?: string;
  imageDigest?: string;
  runtimeId?: string;
  exitCode?: number;
  reason?: string;
  healthStatus?: 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN';
};

type WorldDeployment = {
  id: string;
  status: 'PRIMARY' | 'ACTIVE' | 'INACTIVE';
  /** `family:revision` */
  taskDefinition: string;
  desiredCount: number;
  runningCount: number;
  pendingCount: number;
  failedTasks: number;
  createdAt: number;
  updatedAt: number;
  launchType?: LaunchType;
  rolloutState?: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED';
  rolloutStateReason?: string;
};

type WorldServiceDeployment = {
  id: string;
  /** `IN_PROGRESS`, `SUCCESSFUL`, `ROLLBACK_SUCCESSFUL` … */
  status: string;
  createdAt: number;
  updatedAt: number;
  statusReason?: string;
  startedAt?: number;
  finishedAt?: number;
  stoppedAt?: number;
  lifecycleStage?: string;
  lifecycleHookDetails?: {
    hookId: string;
    targetType: 'PAUSE' | 'AWS_LAMBDA';
    status: 'AWAITING_ACTION' | 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
    expiresAt?: number;
    timeoutAction?: 'CONTINUE' | 'ROLLBACK';
  }[];
  rollback?: { reason: string; startedAt: number };
  deploymentCircuitBreaker?: {
    status: 'TRIGGERED' | 'MONITORING' | 'MONITORING_COMPLETE' | 'DISABLED';
    failureCount: number;
    threshold: number;
  };
  alarms?: {
    status: 'TRIGGERED' | 'MONITORING' | 'MONITORING_COMPLETE' | 'DISABLED';
    alarmNames: string[];
    triggeredAlarmNames: string[];
  };
};
