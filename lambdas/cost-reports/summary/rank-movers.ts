import type { Mover } from '#lambdas/cost-reports/cost-summary.ts';
import { reasonOf } from '#lambdas/cost-reports/summary/reason-of.ts';
import type { KeySums } from '#lambdas/cost-reports/summary/sum-keys.ts';
import { absolute } from '#lambdas/runtime/decimal.ts';

/** Of each kind; the digest shows fewer. */
const MOVERS_KEPT = 10;
/** In fifths: who moves most of all that moves one way is likely what moves the other kind too. */
const MOST = 4n;

/** Services and accounts whose net costs changed most, the largest change first. */
export function rankMovers(services: KeySums[], accounts: KeySums[]): Mover[] {
  // Of one account alone its change is that of the whole, and nothing new.
  const several = accounts.length > 1 ? accounts : [];
  const [service, account] = [driverOf(services), driverOf(several)];
  const isOneStory = service && account && service.change > 0n === account.change > 0n;
  const movers = [
    ...topOf(
      'service',
      services,
      isOneStory ? { of: service.key, is: `in ${account.name ?? account.key}` } : undefined,
    ),
    ...topOf('account', several, isOneStory ? { of: account.key, is: service.key } : undefined),
  ];
  return movers.sort(byChange);
}

type Likely = { of: string; is: string };

function topOf(kind: Mover['kind'], sums: KeySums[], likely: Likely | undefined): Mover[] {
  const changed = sums.map(changeOf).filter(({ change }) => change !== 0n);
  return changed
    .sort(byChange)
    .slice(0, MOVERS_KEPT)
    .map(({ key, name, change, sums: { current, previous } }) => {
      const reason = reasonOf(key, { current, previous });
      return {
        kind,
        key,
        ...(name ? { name } : {}),
        current: current.net,
        previous: previous.net,
        change,
        reason: likely?.of === key ? `${reason}, likely ${likely.is}` : reason,
      };
    });
}

type Changed = { key: string; name?: string | undefined; change: bigint; sums: KeySums };

function changeOf(sums: KeySums): Changed {
  return { key: sums.key, name: sums.name, change: sums.current.net - sums.previous.net, sums };
}

/** The one that makes nearly all of what all others with it changed the same way, if there is one. */
function driverOf(sums: KeySums[]): Changed | undefined {
  const [first, ...others] = sums.map(changeOf).sort(byChange);
  if (!first || first.change === 0n || others.length === 0) return undefined;
  const sameWay = others.filter(({ change }) => change > 0n === first.change > 0n && change !== 0n);
  const all = sameWay.reduce((sum, { change }) => sum + change, first.change);
  return absolute(first.change) * 5n >= absolute(all) * MOST ? first : undefined;
}

/** By size, then by key: the same lines in another order give the same summary. */
function byChange(a: Pick<Changed, 'key' | 'change'>, b: Pick<Changed, 'key' | 'change'>): number {
  const order = absolute(b.change) - absolute(a.change);
  if (order !== 0n) return order > 0n ? 1 : -1;
  return a.key < b.key ? -1 : Number(a.key > b.key);
}
