import type { AwsBackend } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { organizationsAccess } from './organizations-access.ts';
import { queryBackend } from './query-protocol.ts';
import { stackOperations } from './stack-operations.ts';
import { stackSetOperations } from './stack-set-operations.ts';

/** CloudFormation as far as it is asked: which stacks there are, and how far the StackSets have come. */
export function cloudFormationBackend(organization: Organization): AwsBackend {
  return queryBackend({
    ...stackOperations(organization),
    ...stackSetOperations(organization),
    ...organizationsAccess(organization),
  });
}
