import { Aws } from 'aws-cdk-lib';
import { COST_OPERATIONS } from '#lambdas/contracts/cost-operations.ts';
import type { ScopedActions } from '#lib/platform/scoped-actions.ts';

/** The two operations that AWS scopes; the others know no resource. */
const SCOPED = new Set<string>(['GetCostAndUsage', 'GetCostForecast']);

const actionsOf = (operations: readonly string[]) => operations.map((operation) => `ce:${operation}`);

/**
 * Named actions of Cost Explorer, each on the narrowest resource that AWS has for it: the primary billing view where
 * a request names it, and the operation itself, which AWS's refusals name where it does not.
 */
export function costActions(): { actions: string[]; scoped: ScopedActions } {
  const operations = [...SCOPED];
  return {
    actions: actionsOf(COST_OPERATIONS.filter((operation) => !SCOPED.has(operation))),
    scoped: {
      actions: actionsOf(operations),
      resources: [
        `arn:${Aws.PARTITION}:billing::${Aws.ACCOUNT_ID}:billingview/primary`,
        ...operations.map((operation) => `arn:${Aws.PARTITION}:ce:*:${Aws.ACCOUNT_ID}:/${operation}`),
      ],
      wildcards: operations.map((operation) => `arn:<AWS::Partition>:ce:*:<AWS::AccountId>:/${operation}`),
    },
  };
}
