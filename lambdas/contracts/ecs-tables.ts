import type { ColumnType, TableSchema } from '#lambdas/contracts/report.ts';

/** What is kept of an event: column → type, meaning. What has no value in an event is null. */
const COLUMNS = {
  event_time: ['timestamp', 'When it was sent, in UTC.'],
  account_id: ['code', 'Twelve digits.'],
  region: ['code', 'Where it happened.'],
  detail_type: ['code', 'ECS Task State Change, ECS Service Action and others.'],
  event_type: ['code', 'INFO, WARN or ERROR, as AWS says; do not trust it.'],
  event_name: ['code', 'SERVICE_TASK_PLACEMENT_FAILURE and others; tasks and instances have none.'],
  cluster: ['text', 'Its name.'],
  service: ['text', 'Its name; null: a task that belongs to none.'],
  daemon: ['text', 'Its name.'],
  task_group: ['text', 'service:… or family:…'],
  task_id: ['code', 'The last part of its ARN.'],
  task_definition: ['text', 'Family and revision: web:42.'],
  deployment_id: ['code', 'ecs-svc/…, also of tasks that a deployment started; of a daemon the id alone.'],
  service_deployment: ['code', 'Of a hook: the id of the service deployment that waits for it.'],
  container_instance: ['code', 'The last part of its ARN.'],
  ec2_instance_id: ['code', 'Of a container instance on EC2.'],
  capacity_provider: ['text', 'Its name.'],
  availability_zone: ['code', 'Of the task.'],
  launch_type: ['code', 'EC2, FARGATE, EXTERNAL and others.'],
  started_by: ['text', 'Who started the task: a deployment, or a word of its caller.'],
  last_status: ['code', 'Of the task.'],
  desired_status: ['code', 'Of the task.'],
  stop_code: ['code', 'EssentialContainerExited, TaskFailedToStart and others.'],
  stopped_reason: ['text', 'In words, up to 500 letters.'],
  container: ['text', 'The container that failed; an injected one only where no other did.'],
  exit_code: ['integer', 'Of that container.'],
  container_reason: ['text', 'Of that container: OutOfMemoryError and others, up to 500 letters.'],
  image_digest: ['code', 'Of that container.'],
  instance_status: ['code', 'ACTIVE, DRAINING and others, of a container instance.'],
  agent_connected: ['boolean', 'Of a container instance.'],
  overall_status: ['code', 'Health of a container instance: OK, IMPAIRED and others.'],
  failed_checks: ['code', 'The checks of that health that are neither OK nor INITIALIZING.'],
  failure_type: ['code', 'Of a daemon whose task does not start.'],
  reason: ['text', "AWS's words on service, deployment, daemon or failed check, up to 500 letters."],
  hook_id: ['code', 'Of a hook of a deployment.'],
  hook_type: ['code', 'Of a hook.'],
  lifecycle_stage: ['code', 'Of the deployment that a hook belongs to.'],
  expires_at: ['timestamp', 'Until when a hook waits.'],
  created_at: ['timestamp', 'Of the task, or of what the event tells.'],
  started_at: ['timestamp', 'Of the task.'],
  stopping_at: ['timestamp', 'Of the task.'],
  stopped_at: ['timestamp', 'Of the task.'],
  updated_at: ['timestamp', 'Of the state that the event tells.'],
  version: ['integer', 'Of a task or container instance: the higher one is newer.'],
  event_id: ['code', 'Not unique: AWS has used one for different events.'],
  event_hash: ['code', 'Over all other columns: rows with the same one are copies of one event.'],
} as const satisfies Record<string, readonly [ColumnType, string]>;

/** The name of a column of `ecs-events`. */
export type EcsColumn = keyof typeof COLUMNS;

/** Every event of Amazon ECS that reached the hub. */
export const ECS_EVENTS: Omit<TableSchema, 'columns'> & {
  columns: { name: EcsColumn; type: ColumnType; about: string }[];
} = {
  name: 'ecs-events',
  title: 'Events of Amazon ECS',
  about: 'One row an event. Some come twice: count each event_hash once.',
  columns: Object.entries(COLUMNS).map(([name, [type, about]]) => ({ name: name as EcsColumn, type, about })),
};
