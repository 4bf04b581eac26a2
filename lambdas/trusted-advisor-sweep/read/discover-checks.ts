import type { AdvisorApi } from '#lambdas/trusted-advisor-sweep/read/advisor-api.ts';
import {
  type Catalogue,
  catalogueOf,
  isOtherThan,
  mergeChecks,
} from '#lambdas/trusted-advisor-sweep/read/catalogue.ts';
import type { SweepPorts } from '#lambdas/trusted-advisor-sweep/sweep-ports.ts';

export type Discovery = {
  catalogue: Catalogue | undefined;
  /** Accounts that were asked first and did not answer. */
  unread: { account: string; error: unknown }[];
};

type Ports = Pick<SweepPorts, 'items' | 'openAccount' | 'settings' | 'hasTime' | 'report' | 'now'>;

/** Learns what AWS offers from the first account that answers: all see the same, and no list of ours would stay true. */
export async function discoverChecks(accounts: readonly string[], ports: Ports): Promise<Discovery> {
  const unread: Discovery['unread'] = [];
  for (const account of accounts) {
    if (!ports.hasTime()) break;
    try {
      const api = await ports.openAccount(account);
      const offered = await api.offeredChecks();
      return { catalogue: await keepChecks(offered, await sourcesOf(api, ports), ports), unread };
    } catch (error) {
      unread.push({ account, error });
    }
  }
  return { catalogue: undefined, unread };
}

async function keepChecks(
  offered: Awaited<ReturnType<AdvisorApi['offeredChecks']>>,
  sources: Map<string, string>,
  { items, settings, now }: Ports,
): Promise<Catalogue> {
  const kept = await items.knownChecks();
  const checks = mergeChecks(offered, sources, kept?.checks.checks ?? []);
  if (isOtherThan(checks, kept?.checks)) {
    await items.writeChecks({ at: now().toISOString(), checks }, kept?.version ?? 0);
  }
  return catalogueOf(checks, offered, settings.selection);
}

/** An older plan, or a role without the right, has no word on who makes a check: their ids tell most of it. */
async function sourcesOf(api: AdvisorApi, { report }: Ports): Promise<Map<string, string>> {
  try {
    return await api.sources();
  } catch (error) {
    report('Who makes the checks could not be read', error);
    return new Map();
  }
}
