import {
  CostExplorerClient,
  GetCostAndUsageCommand,
  GetCostComparisonDriversCommand,
  GetCostForecastCommand,
  GetReservationCoverageCommand,
  GetReservationPurchaseRecommendationCommand,
  GetReservationUtilizationCommand,
  GetSavingsPlansCoverageCommand,
  GetSavingsPlansUtilizationCommand,
} from '@aws-sdk/client-cost-explorer';
import type { CostOperation } from '#lambdas/contracts/cost-operations.ts';
import type { CostSettings } from '#lambdas/contracts/settings.ts';
import type { Ask } from '#lambdas/cost-reports/cost-explorer/ask.ts';
import { mayBeBilled } from '#lambdas/cost-reports/cost-explorer/may-be-billed.ts';
import { nextTokenIn } from '#lambdas/cost-reports/cost-explorer/page-token.ts';
import { assumeRole } from '#lambdas/runtime/assume-role.ts';

const COMMANDS = {
  GetCostAndUsage: GetCostAndUsageCommand,
  GetCostForecast: GetCostForecastCommand,
  GetReservationCoverage: GetReservationCoverageCommand,
  GetReservationUtilization: GetReservationUtilizationCommand,
  GetReservationPurchaseRecommendation: GetReservationPurchaseRecommendationCommand,
  GetSavingsPlansCoverage: GetSavingsPlansCoverageCommand,
  GetSavingsPlansUtilization: GetSavingsPlansUtilizationCommand,
  GetCostComparisonDrivers: GetCostComparisonDriversCommand,
} satisfies Record<CostOperation, unknown>;

/** Others know no billing view: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/ */
const TAKES_VIEW = new Set<CostOperation>(['GetCostAndUsage', 'GetCostForecast', 'GetCostComparisonDrivers']);
/** Long: what AWS answers after a client gave up is on the bill all the same. */
const PATIENCE_MS = 120_000;

type Settings = Pick<CostSettings, 'readerRole'>;

/**
 * Cost Explorer as the deployment may read it, one request after the other. The SDK knows the one endpoint of
 * the Region's partition. It holds LimitExceededException for throttling and repeats it, which needs many
 * attempts at AWS's pace.
 */
export function costExplorerClient({ readerRole }: Settings): Ask {
  const client = new CostExplorerClient({
    retryMode: 'standard',
    maxAttempts: 8,
    requestHandler: {
      connectionTimeout: 5000,
      requestTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      throwOnRequestTimeout: true,
    },
    ...(readerRole
      ? {
          credentials: assumeRole({
            roleArn: readerRole.arn,
            externalId: readerRole.externalId,
            sessionName: 'reeve-cost-reports',
          }),
        }
      : {}),
  });
  const view = readerRole ? { BillingViewArn: primaryViewOf(readerRole.arn) } : {};

  return async (operation, input, reserve) => {
    // To the compiler eight commands are eight types; they differ in nothing that is used here.
    const Command = COMMANDS[operation] as unknown as new (input: object) => GetCostAndUsageCommand;
    const command = new Command(TAKES_VIEW.has(operation) ? { ...input, ...view } : input);
    reserveFurtherAttempts(command, reserve);
    const { $metadata: _, ...answer } = await client.send(command);
    const nextToken = nextTokenIn(operation, answer);
    return { answer, ...(nextToken === undefined ? {} : { nextToken }) };
  };
}

/**
 * Sees each attempt that the SDK makes: after one that may be on the bill, the next is a request of its own. There is
 * one of these. An outage would make many, all counted, and the cap be reached by requests that nobody answered; what
 * comes later is asked by a later attempt at the run.
 */
function reserveFurtherAttempts(command: GetCostAndUsageCommand, reserve: () => Promise<void>): void {
  let doubts = 0;
  let isDoubtful = false;
  command.middlewareStack.add(
    (next) => async (attempt) => {
      if (isDoubtful) await reserve();
      isDoubtful = false;
      try {
        return await next(attempt);
      } catch (error) {
        isDoubtful = mayBeBilled(error);
        if (isDoubtful) doubts += 1;
        if (doubts > 1) throw givenUp(error);
        throw error;
      }
    },
    { step: 'finalizeRequest', priority: 'low', name: 'reserveFurtherAttempts' },
  );
}

/** What a caller ends has this name, and the SDK does not ask again. */
function givenUp(cause: unknown): Error {
  return Object.assign(new Error('Cost Explorer did not answer twice', { cause }), { name: 'AbortError' });
}

/**
 * The whole bill of the role's account. AWS scopes some operations to a view by policy
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscostexplorerservice.html), and a
 * request that names none is not said to be about this one.
 */
function primaryViewOf(roleArn: string): string {
  const [, partition, , , account] = roleArn.split(':');
  return `arn:${partition}:billing::${account}:billingview/primary`;
}
