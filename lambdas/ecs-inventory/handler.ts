import type { EcsInventorySettings } from '#lambdas/contracts/settings.ts';
import { accountClient } from '#lambdas/ecs-inventory/account-client.ts';
import { toAskedAccounts } from '#lambdas/ecs-inventory/accounts-to-ask.ts';
import { Environment } from '#lambdas/ecs-inventory/environment.ts';
import { takeInventory } from '#lambdas/ecs-inventory/take-inventory.ts';
import { errorFields, log } from '#lambdas/runtime/log.ts';
import { memberAccounts } from '#lambdas/runtime/member-accounts.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';
import { reportBucket } from '#lambdas/runtime/report-bucket.ts';
import type { LambdaContext } from '#lambdas/runtime/sqs-event.ts';

/** To write the files that people take, after the last account. */
const RESERVED_MS = 90_000;

const environment = readEnvironment(Environment);
const settings = readSettings<EcsInventorySettings>();
const readAccounts = memberAccounts({
  ...settings,
  table: environment.DIRECTORY_TABLE,
  ownAccount: environment.ACCOUNT_ID,
});
const ports = {
  listAccounts: async () => toAskedAccounts(await readAccounts()),
  openAccount: accountClient(environment.PARTITION, settings.organization?.reader),
  regions: [...new Set([environment.HOME_REGION, ...settings.regions])],
  store: reportBucket(environment.REPORT_BUCKET),
  report: (places: string[], error: unknown) =>
    log.error('Services could not be read', { places, ...errorFields(error) }),
  now: () => new Date(),
};

export async function handler(_event: unknown, context: LambdaContext): Promise<void> {
  const hasTime = () => context.getRemainingTimeInMillis() > RESERVED_MS;
  log.info('Inventory taken', await takeInventory({ ...ports, hasTime }));
}
