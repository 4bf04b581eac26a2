import * as z from 'zod/mini';
import type { DeskPorts } from '#lambdas/alert-desk/desk-ports.ts';
import { sendAll } from '#lambdas/runtime/message-queue.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';

const QueueUrls = z.record(z.string(), z.url());

/** Asks each source on the queue of its capability; one that has none cannot be asked, and its alerts end by time. */
export function checkQueue(queueUrls: string): DeskPorts['ask'] {
  const urls = parseBody(QueueUrls, queueUrls);
  return async (source, request) => {
    const url = urls[source];
    if (url) await sendAll(url, [request]);
  };
}
