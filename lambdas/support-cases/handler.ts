import type { SupportCasesSettings } from '#lambdas/contracts/support/support-cases-settings.ts';
import { errorFields, log } from '#lambdas/runtime/log.ts';
import { memberAccounts } from '#lambdas/runtime/member-accounts.ts';
import { observationQueue } from '#lambdas/runtime/observation-queue.ts';
import { parseMessage } from '#lambdas/runtime/parse-body.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';
import { reportBucket } from '#lambdas/runtime/report-bucket.ts';
import type { LambdaContext } from '#lambdas/runtime/sqs-event.ts';
import { Environment } from '#lambdas/support-cases/environment.ts';
import { handleMessage } from '#lambdas/support-cases/handle-message.ts';
import { accountClient } from '#lambdas/support-cases/read/account-client.ts';
import { caseRowsClient } from '#lambdas/support-cases/store/case-rows-client.ts';
import { storesClient } from '#lambdas/support-cases/store/stores-client.ts';
import { SupportMessage } from '#lambdas/support-cases/support-event.ts';
import { announceClient } from '#lambdas/support-cases/tell/announce-client.ts';

/** To end what was begun with ten accounts. */
const RESERVED_MS = 3 * 60_000;

const environment = readEnvironment(Environment);
const settings = readSettings<SupportCasesSettings>();
const now = () => new Date();
const ports = {
  settings,
  partition: environment.PARTITION,
  rows: caseRowsClient(environment.CASES_TABLE),
  stores: storesClient({ raw: environment.RAW_BUCKET, redacted: environment.CASES_BUCKET }),
  openAccount: accountClient(
    {
      partition: environment.PARTITION,
      regions: settings.regions,
      reader: settings.organization?.reader,
    },
    {
      now,
      sleep: (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds)),
      warn: log.warn,
    },
  ),
  readAccounts: memberAccounts({
    ...settings,
    table: environment.DIRECTORY_TABLE,
    ownAccount: environment.ACCOUNT_ID,
  }),
  observe: observationQueue(environment.ALERTS_QUEUE_URL),
  announce: announceClient(environment.TRACKERS_FUNCTION),
  store: reportBucket(environment.REPORT_BUCKET),
  note: (message: string, fields: Record<string, unknown>) => log.info(message, fields),
  report: (message: string, error: unknown, places?: string[]) =>
    log.error(message, { ...(places ? { places } : {}), ...errorFields(error) }),
  now,
};

export async function handler(event: unknown, context: LambdaContext): Promise<void> {
  const hasTime = () => context.getRemainingTimeInMillis() > RESERVED_MS;
  await handleMessage(parseMessage(SupportMessage, event), { ...ports, hasTime });
}
