import { createHash } from 'node:crypto';
import type { OpenItems } from '#lambdas/trusted-advisor-sweep/publish/published-state.ts';
import type { Snapshot } from '#lambdas/trusted-advisor-sweep/snapshot.ts';

/** 48 bits: among a hundred thousand items of a check two are alike once in fifty thousand days. */
const LENGTH = 8;

/** The red and yellow items of an account as the next day will remember them. */
export function openItemsOf({ items }: Pick<Snapshot, 'items'>): OpenItems[string] {
  const bad = items.filter(({ item }) => item.status === 'error' || item.status === 'warning');
  const byCheck = Map.groupBy(bad, ({ check }) => check.id);
  return Object.fromEntries(
    [...byCheck].map(([check, some]) => [
      check,
      some
        .map(({ key }) => fingerprintOf(key))
        .sort()
        .join(''),
    ]),
  );
}

export type Change = { opened: number; recovered: number };

/**
 * What came to an account and what went, since the day before. What a check had that is not watched any more went
 * nowhere; nor is anything new in an account that is seen for the first time. `news`: without what was there when its
 * check was read first.
 */
export function changeOf(
  before: OpenItems[string] | undefined,
  { now, news }: { now: OpenItems[string]; news: OpenItems[string] },
  isWatched: (check: string) => boolean,
): Change {
  if (!before) return { opened: 0, recovered: 0 };
  const left = without(before, now);
  const came = without(news, before);
  return {
    opened: sum(came.map(([, count]) => count)),
    recovered: sum(left.filter(([check]) => isWatched(check)).map(([, count]) => count)),
  };
}

/** Check → how many of its items the other does not have. */
function without(one: OpenItems[string], other: OpenItems[string]): [string, number][] {
  return Object.entries(one).map(([check, text]) => {
    const others = new Set(partsOf(other[check] ?? ''));
    return [check, partsOf(text).filter((part) => !others.has(part)).length];
  });
}

function fingerprintOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, LENGTH);
}

function partsOf(text: string): string[] {
  return text.match(new RegExp(`.{${LENGTH}}`, 'g')) ?? [];
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
