import { existsSync } from 'node:fs';
import { REEVE } from '#bin/commands/command-line/help.ts';
import type { FoundDeployment } from '#bin/commands/cost/find-deployment.ts';

/** Where runs of this machine leave their reports, unless said otherwise. */
export const DEFAULT_FOLDER = 'reeve-costs';

/** Why a deployment has no reports. */
export function whyNoDeployment(stack: string, { isDeployed, region }: FoundDeployment): string {
  return isDeployed
    ? `${stack} in ${region} has no cost reports: npx cdk deploy ${stack} makes what reeve.config.ts says of costs.`
    : `There is no stack ${stack} in ${region}: is it named otherwise (--stack), or elsewhere (AWS_REGION)?`;
}

/** How the first reports come into a place that has none. */
export function wayToReports(folder: string | undefined): string {
  return `A run makes them: ${REEVE} cost run${folder === undefined ? '' : ` --out ${folder}`}`;
}

/** What people can do who want to read reports all the same. */
export function wayWithoutDeployment(): string {
  return existsSync(DEFAULT_FOLDER)
    ? `Reports of runs on this machine: --from ${DEFAULT_FOLDER}.`
    : `Without a deployment ${REEVE} cost run makes reports on this machine.`;
}
