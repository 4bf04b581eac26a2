import { itemRowPrefix } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { AdvisorPorts } from '#lambdas/trusted-advisor-alerts/advisor-ports.ts';
import { handleCheck } from '#lambdas/trusted-advisor-alerts/handle-check.ts';
import type { AdvisorMessage } from '#lambdas/trusted-advisor-alerts/refresh-event.ts';
import { settleRows } from '#lambdas/trusted-advisor-alerts/settle-rows.ts';
import { tellAlerts } from '#lambdas/trusted-advisor-alerts/tell-alerts.ts';
import { toNews } from '#lambdas/trusted-advisor-alerts/to-news.ts';

/**
 * Tells the alert desk what a batch of messages changes. Rows are written before anybody is told, and bear a mark until it
 * was done: what fails in between is told by whoever reads them next, be it the same batch or a later one.
 */
export async function handleMessages(messages: AdvisorMessage[], ports: AdvisorPorts): Promise<void> {
  const now = ports.now();
  const known = await ports.items.knownChecks();
  const news = messages.flatMap((message) => toNews(message, known, now));
  const byCheck = Map.groupBy(news, ({ account, check }) => `${account}/${itemRowPrefix(check)}`);
  const counts = new Map<string, number>();
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);

  // In one order for all: of two batches that write the same rows at once, one gets through.
  const groups = [...byCheck].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [, ofCheck] of groups) {
    const touched = await handleCheck(ofCheck, ports, now, count);
    await tellAlerts(touched, ports);
    await settleRows([...touched.values()].flat(), ports.items);
  }
  if (counts.size > 0) ports.report(Object.fromEntries(counts));
}
