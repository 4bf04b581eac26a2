import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { askHubStack } from '#bin/commands/doctor/facts/hub-stack.ts';

/** What is there of a deployment: `bucket` where it has reports. */
export type FoundDeployment = { bucket?: string; isDeployed: boolean; region: string };

/** Looks for the hub's stack. What AWS refuses is thrown, and never taken for "it is not there". */
export async function findDeployment(stack: string): Promise<FoundDeployment> {
  const client = new CloudFormationClient({});
  const [region, hub] = await Promise.all([client.config.region(), askHubStack(client, stack)]);
  const bucket = hub?.outputs['ReportBucket'];
  return { isDeployed: hub !== undefined, region, ...(bucket ? { bucket } : {}) };
}
