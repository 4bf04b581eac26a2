import type { TrustedAdvisorSweepSettings } from '#lambdas/contracts/settings.ts';
import type { AdvisorReading } from '#lambdas/contracts/trusted-advisor/advisor-reading.ts';
import { consoleLinks } from '#lambdas/runtime/console-link.ts';
import { errorFields, log } from '#lambdas/runtime/log.ts';
import { memberAccounts } from '#lambdas/runtime/member-accounts.ts';
import { sendAll } from '#lambdas/runtime/message-queue.ts';
import { observationQueue } from '#lambdas/runtime/observation-queue.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';
import { reportBucket } from '#lambdas/runtime/report-bucket.ts';
import type { LambdaContext } from '#lambdas/runtime/sqs-event.ts';
import type { AdvisorDay } from '#lambdas/trusted-advisor-sweep/advisor-day.ts';
import { Environment } from '#lambdas/trusted-advisor-sweep/environment.ts';
import { itemsClient } from '#lambdas/trusted-advisor-sweep/items-client.ts';
import { publishDay } from '#lambdas/trusted-advisor-sweep/publish-day.ts';
import { accountClient } from '#lambdas/trusted-advisor-sweep/read/account-client.ts';
import { sweepAccounts } from '#lambdas/trusted-advisor-sweep/sweep-accounts.ts';
import { packMessages } from '#lambdas/trusted-advisor-sweep/tell/pack-messages.ts';

/** To end what was begun with ten accounts, or to make the reports of the day. */
const RESERVED_MS = 4 * 60_000;

const environment = readEnvironment(Environment);
const settings = readSettings<TrustedAdvisorSweepSettings>();
const now = () => new Date();
const store = reportBucket(environment.REPORT_BUCKET);
const reports = {
  settings,
  store,
  observe: observationQueue(environment.ALERTS_QUEUE_URL),
  linkTo: consoleLinks(environment.REPORT_BUCKET, environment.HOME_REGION),
};
const ports = {
  settings,
  readAccounts: memberAccounts({
    ...settings,
    table: environment.DIRECTORY_TABLE,
    ownAccount: environment.ACCOUNT_ID,
  }),
  openAccount: accountClient(
    {
      partition: environment.PARTITION,
      globalRegion: settings.globalRegion,
      reader: settings.organization?.reader,
    },
    { now, sleep: (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds)) },
  ),
  items: itemsClient(environment.ITEMS_TABLE),
  tell: async (readings: AdvisorReading[]) => {
    for (const some of packMessages(readings)) await sendAll(environment.ADVISOR_QUEUE_URL, some);
  },
  store,
  publish: (day: AdvisorDay) => publishDay(day, reports),
  report: (message: string, error: unknown, places?: string[]) =>
    log.error(message, { ...(places ? { places } : {}), ...errorFields(error) }),
  now,
};

export async function handler(_event: unknown, context: LambdaContext): Promise<void> {
  const hasTime = () => context.getRemainingTimeInMillis() > RESERVED_MS;
  log.info('Trusted Advisor read', await sweepAccounts({ ...ports, hasTime }));
}
