import { globalRegionOf } from '#lambdas/contracts/regions.ts';
import type { TagCoverageSettings } from '#lambdas/contracts/settings.ts';
import { consoleLinks } from '#lambdas/runtime/console-link.ts';
import { errorFields, log } from '#lambdas/runtime/log.ts';
import { memberAccounts } from '#lambdas/runtime/member-accounts.ts';
import { sendAll } from '#lambdas/runtime/message-queue.ts';
import { observationQueue } from '#lambdas/runtime/observation-queue.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';
import { reportBucket } from '#lambdas/runtime/report-bucket.ts';
import type { LambdaContext } from '#lambdas/runtime/sqs-event.ts';
import { Environment } from '#lambdas/tag-coverage/environment.ts';
import { accountClient } from '#lambdas/tag-coverage/read/account-client.ts';
import { aggregatorClient } from '#lambdas/tag-coverage/read/aggregator-client.ts';
import { openFindings } from '#lambdas/tag-coverage/read/findings-client.ts';
import { sweepTags } from '#lambdas/tag-coverage/sweep-tags.ts';

/** To write the files, after the last page. */
const RESERVED_MS = 90_000;

const environment = readEnvironment(Environment);
const settings = readSettings<TagCoverageSettings>();
const ports = {
  settings,
  regions: [...new Set([environment.HOME_REGION, ...settings.regions])],
  globalRegion: globalRegionOf(environment.HOME_REGION),
  readAccounts: memberAccounts({
    ...settings,
    table: environment.DIRECTORY_TABLE,
    ownAccount: environment.ACCOUNT_ID,
  }),
  aggregator: aggregatorClient(environment.AGGREGATOR),
  openAccount: accountClient(environment.PARTITION, settings.organization?.reader),
  openFindings: () => openFindings(environment.FINDINGS_TABLE),
  recheck: (requests: unknown[]) => sendAll(environment.TAG_EVENTS_QUEUE_URL, requests),
  observe: observationQueue(environment.ALERTS_QUEUE_URL),
  store: reportBucket(environment.REPORT_BUCKET),
  linkTo: consoleLinks(environment.REPORT_BUCKET, environment.HOME_REGION),
  report: (message: string, error: unknown, places?: string[]) =>
    log.error(message, { ...(places ? { places } : {}), ...errorFields(error) }),
  now: () => new Date(),
};

export async function handler(_event: unknown, context: LambdaContext): Promise<void> {
  const hasTime = () => context.getRemainingTimeInMillis() > RESERVED_MS;
  log.info('Coverage of tags measured', await sweepTags({ ...ports, hasTime }));
}
