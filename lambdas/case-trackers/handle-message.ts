import { hearComment } from '#lambdas/case-trackers/hear-comment.ts';
import { sweepCases } from '#lambdas/case-trackers/sweep-cases.ts';
import { takesAccount } from '#lambdas/case-trackers/takes-account.ts';
import { openLine, throwGrave } from '#lambdas/case-trackers/tracker-line.ts';
import type { TrackerPorts } from '#lambdas/case-trackers/tracker-ports.ts';
import type { CaseNews } from '#lambdas/contracts/support/case-news.ts';

/** A case that changed, a comment, or a sweep. What does not succeed now is left to the next sweep, but for what nothing mends. */
export async function handleMessage(message: CaseNews, ports: TrackerPorts): Promise<void> {
  if ('kind' in message) return message.kind === 'heard' ? hearComment(message, ports) : sweepCases(ports);
  const known = await ports.readAccounts();
  const account = known.of(message.account);
  const accountName = async () => account.name ?? account.id;
  const failures: unknown[] = [];
  for (const settings of ports.trackers.filter((one) => takesAccount(one, account))) {
    const line = await openLine(settings, { ...ports, accountName });
    await line.mirror(message);
    try {
      throwGrave(await line.close(false), settings.name, ports);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
