import { type AwsCall, AwsError } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import type { QueryInput, QueryOperation } from './query-protocol.ts';
import { STACK_SETS_SERVICE } from './service-principals.ts';
import { NOT_DELEGATED, stackSetCaller } from './stack-set-caller.ts';

/** CloudFormation's switch that lets StackSets reach the accounts of the Organization. */
export function organizationsAccess(organization: Organization): Record<string, QueryOperation> {
  const { world } = organization;
  const status = () =>
    world.organizationsAccess ??
    (world.trustedServices.includes(STACK_SETS_SERVICE) ? 'ENABLED' : 'DISABLED');

  return {
    DescribeOrganizationsAccess: (input: QueryInput, call: AwsCall) => {
      const { callAs, isManagement, isDelegated } = stackSetCaller(organization, input, call);
      if (callAs === 'DELEGATED_ADMIN' && !isDelegated) throw invalid(NOT_DELEGATED);
      if (callAs === 'SELF' && !isManagement) throw invalid(NOT_MANAGEMENT);
      return { Status: status() };
    },
    ActivateOrganizationsAccess: (input, call) => {
      if (!stackSetCaller(organization, input, call).isManagement) throw invalid(NOT_MANAGEMENT);
      if (status() === 'DISABLED_PERMANENTLY')
        throw invalid('Organizations access cannot be activated again');
      world.organizationsAccess = 'ENABLED';
      world.trustedServices = [...new Set([...world.trustedServices, STACK_SETS_SERVICE])];
      return {};
    },
  };
}

const NOT_MANAGEMENT = 'The account must be the management account of an organization';
const invalid = (message: string) => new AwsError('InvalidOperationException', message);
