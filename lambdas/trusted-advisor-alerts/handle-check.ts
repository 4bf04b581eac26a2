import type { AdvisorRow } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { AdvisorNews } from '#lambdas/trusted-advisor-alerts/advisor-news.ts';
import type { AdvisorPorts } from '#lambdas/trusted-advisor-alerts/advisor-ports.ts';
import { decideItem, type ItemDecision } from '#lambdas/trusted-advisor-alerts/decide-item.ts';
import { findOwners } from '#lambdas/trusted-advisor-alerts/find-owners.ts';
import { isBaseline } from '#lambdas/trusted-advisor-alerts/is-baseline.ts';
import { rowsOf } from '#lambdas/trusted-advisor-alerts/rows-of.ts';
import type { Touched } from '#lambdas/trusted-advisor-alerts/tell-alerts.ts';
import { isNews, toRow } from '#lambdas/trusted-advisor-alerts/to-row.ts';

type CheckPorts = Pick<AdvisorPorts, 'settings' | 'items' | 'accountDirectory' | 'tagsOf'>;

/**
 * Handles all news of one check in one account, oldest first, and writes each row once. Gives by alert what is to be told: what
 * was changed now, and what was changed before and may never have been told.
 */
export async function handleCheck(
  news: AdvisorNews[],
  ports: CheckPorts,
  now: Date,
  count: (word: string) => void,
): Promise<Touched> {
  const [first] = news;
  if (!first) return new Map();
  const { account, check } = first;
  const { selection } = ports.settings;
  const stored = await ports.items.readCheck(account, check);
  const standing = await ports.items.standingOf(account);
  const rows = new Map(stored.map((row) => [row.key, row]));
  const wasThere = (one: AdvisorNews) => one.isBaseline ?? isBaseline(check, one.at, standing);
  const ownerOf = await findOwners(
    news.filter((one) => !wasThere(one)),
    stored,
    ports,
  );
  const repeated = new Set<string>();
  for (const one of news.toSorted((a, b) => a.at - b.at)) {
    for (const row of rowsOf(one, [...rows.values()])) {
      const decision = decideItem({ news: one, row, isBaseline: wasThere(one), selection, now });
      count(wordOf(decision));
      const changed = toRow({ decision, news: one, row, owner: ownerOf(one), now });
      if (changed) rows.set(changed.key, changed);
      if (row?.orderedBy === one.at) repeated.add(row.key);
    }
  }

  const before = new Map(stored.map((row) => [row.key, row]));
  const kept: AdvisorRow[] = [];
  for (const row of [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const old = before.get(row.key);
    const isChanged = JSON.stringify(old) !== JSON.stringify(row);
    const pending = row.pending ?? (isChanged && isNews(row, old) ? true : undefined);
    kept.push(isChanged ? await ports.items.write({ ...row, pending }) : row);
  }
  // With what the same message told of before: a batch that comes again says it in the same words.
  const alerts = new Set(kept.filter(({ pending }) => pending).map(({ alert }) => alert));
  const named = kept.filter(
    ({ pending, telling, key }) => pending || (telling === 'told' && repeated.has(key)),
  );
  const touched = Map.groupBy(
    named.filter(({ alert }) => alerts.has(alert)),
    ({ alert }) => alert,
  );
  // It is told there no longer, and says so by what is left of it.
  for (const { pending, formerAlert } of kept)
    if (pending && formerAlert && !touched.has(formerAlert)) touched.set(formerAlert, []);
  return touched;
}

function wordOf(decision: ItemDecision): string {
  if (decision.kind === 'opens') return decision.telling;
  return decision.kind === 'ends' ? decision.ending : decision.reason;
}
