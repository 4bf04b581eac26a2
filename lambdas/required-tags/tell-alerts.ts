import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import type { TagPorts } from '#lambdas/required-tags/tag-ports.ts';
import { toObservations } from '#lambdas/required-tags/to-observations.ts';

/**
 * Tells each alert that was touched as its findings are now: read after they were written, under a number that was
 * taken before they were read. Whoever takes the highest number has then seen everything, however many do it at once.
 * An account is read once for all its alerts. `touched`: by alert what this batch changed.
 */
export async function tellAlerts(
  touched: Map<string, TagFinding[]>,
  { findings, accountDirectory, settings, tell }: TagPorts,
): Promise<void> {
  for (const [accountId, alerts] of Map.groupBy(touched.keys(), accountOf)) {
    const versions = new Map<string, number>();
    for (const alert of alerts) versions.set(alert, await findings.nextVersion(accountId, alert));
    const found = await findings.readAlerts(accountId, alerts);
    const account = await accountDirectory(accountId);
    for (const [alert, version] of versions) {
      const [all = [], changed = []] = [found.get(alert), touched.get(alert)];
      const told = { alert, version, findings: all, changed, account, settings };
      for (const observation of toObservations(told)) await tell(observation);
    }
  }
}

/** `tags/<account>/…` */
function accountOf(alert: string): string {
  return alert.split('/')[1] ?? '';
}
