import type { Column, ColumnType, TableSchema } from '#lambdas/contracts/report.ts';

const column = (name: string, type: ColumnType, about: string): Column => ({ name, type, about });

/** The services of Amazon ECS as they stood once a day: a row for each service and day. */
export const ECS_SERVICES: TableSchema = {
  name: 'ecs-services',
  title: 'Services of Amazon ECS',
  about: 'How each service stood once a day, in every account and Region that could be asked.',
  columns: [
    column('snapshot_date', 'date', 'Day of the snapshot, in UTC.'),
    column('account_id', 'code', 'Twelve digits.'),
    column('account_name', 'text', 'As the directory or the settings say; empty where neither does.'),
    column('region', 'code', 'Region code.'),
    column('cluster', 'text', 'Name of the cluster.'),
    column('service', 'text', 'Name of the service.'),
    column('status', 'code', 'ACTIVE, DRAINING or INACTIVE.'),
    column('desired', 'integer', 'Tasks that should run.'),
    column('running', 'integer', 'Tasks that ran.'),
    column('pending', 'integer', 'Tasks that were about to run.'),
    column('launch_type', 'text', 'FARGATE, EC2 and others, or the capacity providers that decide.'),
    column('task_definition', 'text', 'Family and revision of the last deployment.'),
    column('deployment_id', 'code', 'Of the last deployment.'),
    column('rollout_state', 'code', 'COMPLETED, IN_PROGRESS or FAILED; empty where ECS does not say.'),
    column('deployed_at', 'timestamp', 'When the last deployment began.'),
    column(
      'steady_at',
      'timestamp',
      'When ECS last said that the service is steady, of its last 100 events.',
    ),
  ],
};
