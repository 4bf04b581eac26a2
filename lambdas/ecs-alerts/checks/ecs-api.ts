/** A service as ECS describes it, times in milliseconds. */
export type DescribedService = {
  /** `ACTIVE`, `DRAINING`, `INACTIVE`. */
  status: string;
  desired: number;
  running: number;
  pending: number;
  /** Of each deployment; `COMPLETED`, `IN_PROGRESS`, `FAILED`, or none where no circuit breaker watches. */
  rollouts: (string | undefined)[];
  /** When it last said that it is steady. */
  steadyAt: number | undefined;
};

/** A container instance as ECS describes it. */
export type DescribedInstance = {
  status: string;
  agentConnected: boolean;
  /** Running and pending. */
  tasks: number;
  /** Undefined where ECS does not look at it. */
  health: string | undefined;
};

/** A task that is still on an instance. */
export type BlockingTask = { id: string; group: string; status: string };

/** What is asked of ECS. Fails with `NotAllowedError` where the account does not let itself be asked. */
export type EcsApi = {
  /** Undefined where there is none any more. */
  describeService: (cluster: string, name: string) => Promise<DescribedService | undefined>;
  describeInstance: (cluster: string, arn: string) => Promise<DescribedInstance | undefined>;
  /** Those that run and those that are being stopped, in the order of their ids; twenty at most. */
  listBlockingTasks: (cluster: string, instanceArn: string) => Promise<BlockingTask[]>;
  /** Log group, stream prefix and Region of a container, where it logs to CloudWatch. */
  describeLog: (
    taskDefinition: string,
    container: string,
  ) => Promise<{ group: string; prefix: string; region?: string | undefined } | undefined>;
};
