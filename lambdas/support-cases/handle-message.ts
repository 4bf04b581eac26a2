import { handleEvent } from '#lambdas/support-cases/handle-event.ts';
import { reportDay } from '#lambdas/support-cases/report-day.ts';
import type { SupportMessage } from '#lambdas/support-cases/support-event.ts';
import type { SupportPorts } from '#lambdas/support-cases/support-ports.ts';
import { sweepAll } from '#lambdas/support-cases/sweep/sweep-all.ts';

/** An event, a sweep, or the report of the day. */
export async function handleMessage(message: SupportMessage, ports: SupportPorts): Promise<void> {
  if (!('kind' in message)) return handleEvent(message, ports);
  if (message.kind === 'report') return reportDay(ports);
  ports.note('Cases swept', await sweepAll(ports, message.run));
}
