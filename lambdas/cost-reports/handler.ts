import type { CostSettings } from '#lambdas/contracts/settings.ts';
import { CostMessage } from '#lambdas/cost-reports/cost-message.ts';
import { Environment } from '#lambdas/cost-reports/environment.ts';
import { publishChart } from '#lambdas/cost-reports/publish/publish-chart.ts';
import { publishPage } from '#lambdas/cost-reports/publish/publish-page.ts';
import { svgToPng } from '#lambdas/cost-reports/publish/svg-to-png-client.ts';
import { runCosts } from '#lambdas/cost-reports/run-costs.ts';
import { sourceOfSettings } from '#lambdas/cost-reports/source-client.ts';
import { consoleLinks } from '#lambdas/runtime/console-link.ts';
import { fifoHandler, inOrder } from '#lambdas/runtime/fifo-handler.ts';
import { errorFields, log } from '#lambdas/runtime/log.ts';
import { deadLetters, postpone } from '#lambdas/runtime/message-queue.ts';
import { observationQueue } from '#lambdas/runtime/observation-queue.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { readSettings } from '#lambdas/runtime/read-settings.ts';
import { reportBucket } from '#lambdas/runtime/report-bucket.ts';

const environment = readEnvironment(Environment);
const settings = readSettings<CostSettings>();
const store = reportBucket(environment.REPORT_BUCKET);
const now = () => new Date();
const ports = {
  store,
  observe: observationQueue(environment.ALERTS_QUEUE_URL),
  publishPage: publishPage(store, settings),
  publishChart: publishChart({
    store,
    bucket: environment.REPORT_BUCKET,
    toPng: svgToPng(),
    report: (error) => log.warn('The picture of the digest could not be drawn', errorFields(error)),
  }),
  linkTo: consoleLinks(environment.REPORT_BUCKET, environment.HOME_REGION),
  settings,
  account: environment.ACCOUNT_ID,
};

export const handler = fifoHandler(
  (records, hasTime) => {
    const openSource = sourceOfSettings({ settings, store, hasTime, now });
    const run = (body: string) => runCosts(parseBody(CostMessage, body), { ...ports, openSource, hasTime });
    return inOrder(records, ({ body }) => run(body), hasTime);
  },
  {
    deadLetters: deadLetters(environment.DEAD_LETTERS_URL),
    postpone: postpone(environment.COST_QUEUE_URL),
    random: Math.random,
    // Cost Explorer is given two minutes to answer: a page that is cut off would be paid for twice.
    reserveSeconds: 150,
  },
);
