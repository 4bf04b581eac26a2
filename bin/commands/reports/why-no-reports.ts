import type { FoundDeployment } from '#bin/commands/reports/find-deployment.ts';
import type { Settings } from '#lib/settings.ts';

/** The block of the settings that makes reports. */
export type ReportBlock = Extract<keyof Settings, 'costs' | 'support' | 'tags' | 'trustedAdvisor'>;

/** Why a deployment has no reports of what a block of the settings asks for. */
export function whyNoReports(
  stack: string,
  block: ReportBlock,
  { isDeployed, region }: FoundDeployment,
): string {
  return isDeployed
    ? `${stack} in ${region} has no reports of ${block}: npx cdk deploy ${stack} makes what reeve.config.ts says of ${block}.`
    : `There is no stack ${stack} in ${region}: is it named otherwise (--stack), or elsewhere (AWS_REGION)?`;
}
