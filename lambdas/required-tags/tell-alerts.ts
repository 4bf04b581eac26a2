import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import type { TagPorts } from '#lambdas/required-tags/tag-ports.ts';
import { toObservations } from '#lambdas/required-tags/to-observations.ts';

/**
 * Tells each alert that was touched as its findings are now: read after they were written, under a number that was
 * taken before they were read. Whoever takes the highest number has then seen everything, however many do it at once.
 * `touched`: by alert what this batch changed.
 */
export async function tellAlerts(
  touched: Map<string, TagFinding[]>,
  { findings, accountDirectory, settings, tell }: TagPorts,
): Promise<void> {
  for (const [alert, changed] of touched) {
    const accountId = accountOf(alert);
    const version = await findings.nextVersion(accountId, alert);
    const all = await findings.readAlert(accountId, alert);
    const account = await accountDirectory(accountId);
    const told = { alert, version, findings: all, changed, account, settings };
    for (const observation of toObservations(told)) await tell(observation);
  }
}

/** `tags/<account>/…` */
function accountOf(alert: string): string {
  return alert.split('/')[1] ?? '';
}
