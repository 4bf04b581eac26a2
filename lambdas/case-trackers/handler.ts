import { setTimeout as sleep } from 'node:timers/promises';
import { answersClient } from '#lambdas/case-trackers/answer/answers-client.ts';
import { writerClient } from '#lambdas/case-trackers/answer/writer-client.ts';
import { refusalOf } from '#lambdas/case-trackers/answer/writer-errors.ts';
import { fetchFile } from '#lambdas/case-trackers/attach/file-client.ts';
import { Environment } from '#lambdas/case-trackers/environment.ts';
import { handleMessage } from '#lambdas/case-trackers/handle-message.ts';
import { sendHttps } from '#lambdas/case-trackers/https-client.ts';
import { openTracker } from '#lambdas/case-trackers/open-tracker.ts';
import { caseRowsClient } from '#lambdas/case-trackers/store/case-rows-client.ts';
import { linksClient } from '#lambdas/case-trackers/store/links-client.ts';
import { threadsClient } from '#lambdas/case-trackers/store/threads-client.ts';
import { CaseNews } from '#lambdas/contracts/support/case-news.ts';
import type { CaseTrackersSettings } from '#lambdas/contracts/support/case-trackers-settings.ts';
import { caseUrlOf } from '#lambdas/contracts/support/case-url.ts';
import { errorFields, log } from '#lambdas/runtime/log.ts';
import { memberAccounts } from '#lambdas/runtime/member-accounts.ts';
import { readParameter } from '#lambdas/runtime/parameter.ts';
import { parseMessage } from '#lambdas/runtime/parse-body.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';
import { secretStore } from '#lambdas/runtime/secret-store.ts';
import type { LambdaContext } from '#lambdas/runtime/sqs-event.ts';

/** To end the case that was begun: one of many messages, a call a second. */
const RESERVED_MS = 3 * 60_000;

const environment = readEnvironment(Environment);
const settings = readSettings<CaseTrackersSettings>();
const { trackers } = settings;
const now = () => new Date();
const pause = (milliseconds: number) => sleep(milliseconds);
const answers = answersClient(environment.TRACKERS_TABLE);
const ports = {
  trackers,
  repliesOf: answers.repliesOf,
  answers: settings.answers && {
    settings: settings.answers,
    ports: {
      ...answers,
      openWriter: writerClient({ partition: environment.PARTITION, ...settings.answers }),
      refusalOf,
      sleep: pause,
      now,
    },
  },
  ...caseRowsClient(environment.CASES_TABLE),
  ...linksClient(environment.TRACKERS_TABLE),
  readThread: threadsClient(environment.CASES_BUCKET),
  readAccounts: memberAccounts({
    ...settings,
    table: environment.DIRECTORY_TABLE,
    ownAccount: environment.ACCOUNT_ID,
  }),
  open: openTracker(trackers, {
    readSecret: secretStore(readParameter, now),
    send: sendHttps,
    fetchFile,
    sleep: pause,
    now,
  }),
  caseUrl: (one: Parameters<typeof caseUrlOf>[0]) => caseUrlOf(one, environment.PARTITION),
  note: (message: string, fields: Record<string, unknown>) => log.info(message, fields),
  report: (message: string, error: unknown, fields: Record<string, unknown>) =>
    log.error(message, { ...fields, ...errorFields(error) }),
  now,
  sleep: pause,
};

export async function handler(event: unknown, context: LambdaContext): Promise<void> {
  const hasTime = () => context.getRemainingTimeInMillis() > RESERVED_MS;
  await handleMessage(parseMessage(CaseNews, event), { ...ports, hasTime });
}
