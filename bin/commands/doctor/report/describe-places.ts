import type { Finding } from '#bin/commands/doctor/finding.ts';
import type { Line } from '#bin/commands/doctor/report/collapse-findings.ts';

const NAMED = 10;

/** Where a line holds: the account, or how many of all and the first ten of them. */
export function describePlaces({ findings, verdict, of }: Line): string {
  const [first] = findings;
  const accounts = new Set(findings.flatMap(({ account }) => account ?? []));
  const regions = new Set(findings.flatMap(({ region }) => region ?? []));
  if (!first || accounts.size === 0) return regions.size === 0 ? '' : ` in ${[...regions].join(', ')}`;
  if (of.accounts === 1) return ` (${[...accounts, ...regions].join(', ')})`;

  // Every account in every Region, or in the only one: the Regions can be said once.
  const isEven = findings.length === accounts.size * Math.max(1, regions.size);
  const where = isEven && regions.size > 0 ? ` in ${[...regions].join(', ')}` : '';
  const count = isEven
    ? `${accounts.size} of ${of.accounts} accounts${where}`
    : `${findings.length} of ${of.places} accounts and Regions`;
  if (verdict === 'ok') return `: ${count}`;
  return `: ${count}: ${named(isEven ? [...accounts] : findings.map(placeOf))}`;
}

const placeOf = ({ account, region }: Finding) => [account, region].filter(Boolean).join(' ');

function named(places: string[]): string {
  const more = places.length - NAMED;
  return `${places.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
