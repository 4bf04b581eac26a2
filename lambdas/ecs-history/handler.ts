import { EcsEvent } from '#lambdas/ecs-history/ecs-event.ts';
import { Environment } from '#lambdas/ecs-history/environment.ts';
import { toRow } from '#lambdas/ecs-history/to-row.ts';
import { writeEvents } from '#lambdas/ecs-history/write-events.ts';
import { batchHandler } from '#lambdas/runtime/batch-handler.ts';
import { deadLetters } from '#lambdas/runtime/message-queue.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';
import { reportBucket } from '#lambdas/runtime/report-bucket.ts';

const environment = readEnvironment(Environment);
const ports = { store: reportBucket(environment.REPORT_BUCKET) };

export const handler = batchHandler(
  (body) => toRow(parseBody(EcsEvent, body)),
  (rows) => writeEvents(rows, ports),
  deadLetters(environment.DEAD_LETTERS_URL),
);
