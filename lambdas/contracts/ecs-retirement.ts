/** The Health event that announces which tasks of Fargate AWS will retire. */
export const ECS_RETIREMENT = 'AWS_ECS_TASK_PATCHING_RETIREMENT';

/** The thread in which the announcement stands together with the tasks that AWS then replaces. */
export function retirementThread(account: string, region: string): string {
  return `ecs-retirement/${account}/${region}`;
}
