import type { AdvisorRow } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { AdvisorPorts } from '#lambdas/trusted-advisor-alerts/advisor-ports.ts';
import { toObservations } from '#lambdas/trusted-advisor-alerts/to-observations.ts';

/** By alert, what was changed of its items. */
export type Touched = Map<string, AdvisorRow[]>;

/**
 * Tells each alert of a check that was touched as its items are now: read after they were written, under numbers that were
 * taken before they were read. Whoever takes the highest number has then seen everything, however many do it at once.
 */
export async function tellAlerts(
  touched: Touched,
  {
    items,
    accountDirectory,
    settings,
    tell,
  }: Pick<AdvisorPorts, 'items' | 'accountDirectory' | 'settings' | 'tell'>,
): Promise<void> {
  const [first] = [...touched.values()].flat();
  if (!first) return;
  const versions = new Map<string, number>();
  for (const alert of touched.keys()) versions.set(alert, await items.nextVersion(first.account, alert));
  const rows = await items.readCheck(first.account, first.check);
  const account = await accountDirectory(first.account);
  for (const [alert, changed] of touched) {
    const told = rows.filter((row) => row.alert === alert && row.telling === 'told');
    const version = versions.get(alert) ?? 0;
    const all = { alert, version, items: told, changed, account, check: first.check, settings };
    for (const observation of toObservations(all)) await tell(observation);
  }
}
