import type { OrganizationSettings } from '#lib/organization-settings.ts';

type StackSet = {
  name: string;
  regions: string[];
  organization: Pick<
    OrganizationSettings,
    'targets' | 'maxConcurrentPercentage' | 'failureTolerancePercentage'
  >;
  isDelegated: boolean;
  homeRegion: string;
};

/**
 * The command that makes the stacks a StackSet lacks and tries those again that failed. `cdk deploy` does nothing
 * where the template is the same.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackInstances.html
 */
export function sendOutCommand({ name, regions, organization, isDelegated, homeRegion }: StackSet): string {
  const { targets, maxConcurrentPercentage, failureTolerancePercentage } = organization;
  return [
    `aws cloudformation create-stack-instances --stack-set-name ${name}`,
    `--deployment-targets OrganizationalUnitIds=${targets.join(',')} --regions ${regions.join(' ')}`,
    `--operation-preferences MaxConcurrentPercentage=${maxConcurrentPercentage},FailureTolerancePercentage=${failureTolerancePercentage}`,
    ...(isDelegated ? ['--call-as DELEGATED_ADMIN'] : []),
    `--region ${homeRegion}`,
  ].join(' ');
}
