/** The last deployment of a service; times are milliseconds. */
export type LastDeployment = {
  id: string;
  /** `web:42` */
  taskDefinition: string;
  /** `COMPLETED`, `IN_PROGRESS`, `FAILED`; undefined where ECS does not watch it. */
  rolloutState: string | undefined;
  /** ECS's own words on it. */
  reason: string | undefined;
  startedAt: number | undefined;
};

/** A service as ECS describes it at a moment. */
export type ServiceState = {
  cluster: string;
  service: string;
  /** `ACTIVE`, `DRAINING`, `INACTIVE`. */
  status: string;
  desired: number;
  running: number;
  pending: number;
  /** `FARGATE`, `EC2` …, or the names of the capacity providers that decide. */
  launchType: string | undefined;
  deployment: LastDeployment | undefined;
  /** When ECS last said that it is steady, in milliseconds. */
  steadyAt: number | undefined;
};
