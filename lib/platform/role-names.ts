import { Aws } from 'aws-cdk-lib';

/**
 * Roles that others name. A trust policy cannot name a role that does not exist yet, and would silently lose
 * one that was made anew: so the trust is in the hub account, under the condition of one of these names.
 */
export const READER_ROLE = 'reeve-reader';
export const WRITER_ROLE = 'reeve-writer';
export const ORGANIZATION_READER_ROLE = 'reeve-organization-reader';
export const COST_READER_ROLE = 'reeve-cost-reader';

/** The path of the roles that forward events; the hub's bus admits no others. */
export const FORWARDER_PATH = '/reeve/';

/** The role of a function that assumes roles elsewhere. */
export function roleNameOf(capability: string): string {
  return `reeve-${capability}`;
}

export function roleArn(account: string, name: string): string {
  return `arn:${Aws.PARTITION}:iam::${account}:role/${name}`;
}
