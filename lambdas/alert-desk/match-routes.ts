import { matchesGlob } from '#lambdas/contracts/matches-glob.ts';
import { SEVERITIES, type Severity } from '#lambdas/contracts/observation.ts';
import type { DeskSettings, Mute, PartFilter, Route } from '#lambdas/contracts/settings.ts';

/** What routes and mutes look at. */
export type Routable = {
  source: string;
  severity: Severity;
  account?: string | undefined;
  region?: string | undefined;
  owner?: string | undefined;
  labels: Record<string, string[]>;
};

export type Routing = {
  channels: string[];
  /** No channel before this moment; the earliest end of the mutes that hold. */
  mutedUntil?: string;
  /** One line for each route and mute, for people who ask why. */
  reasons: string[];
};

/** The channels that shall hear of a part, unless a mute holds it back. */
export function matchRoutes(
  part: Routable,
  settings: Pick<DeskSettings, 'routes' | 'owners'>,
  mutes: Mute[],
  now: Date,
): Routing {
  const holding = mutes.filter(
    (mute) => Date.parse(mute.until) > now.getTime() && !mismatchOf(mute.when, part),
  );
  const muteReasons = holding.map(
    (mute) => `mute "${mute.id}" holds it back until ${mute.until}: ${mute.reason}`,
  );
  const results = settings.routes.map((route) => ({ route, mismatch: mismatchOf(route.when, part) }));
  const channels = results.flatMap(({ route, mismatch }) =>
    mismatch ? [] : channelsOf(route, part, settings),
  );
  const reasons = results.map(({ route, mismatch }) =>
    mismatch
      ? `route "${route.name}" does not match: ${mismatch}`
      : `route "${route.name}" matches: ${channelsOf(route, part, settings).join(', ') || 'no channel'}`,
  );
  const mutedUntil = earliestEnd(holding);
  return {
    channels: mutedUntil ? [] : [...new Set(channels)].sort(),
    ...(mutedUntil ? { mutedUntil } : {}),
    reasons: [...reasons, ...muteReasons],
  };
}

/** Settings may write a moment with an offset; the ledger compares texts, so they are all in UTC there. */
function earliestEnd(mutes: Mute[]): string | undefined {
  if (mutes.length === 0) return undefined;
  return new Date(Math.min(...mutes.map(({ until }) => Date.parse(until)))).toISOString();
}

function channelsOf(route: Route, part: Routable, { owners }: Pick<DeskSettings, 'owners'>): string[] {
  const ownersChannel = route.owner && part.owner !== undefined ? owners[part.owner] : undefined;
  return ownersChannel ? [...route.channels, ownersChannel] : route.channels;
}

/** Why a filter does not match, naming the field; undefined where it does. */
function mismatchOf(filter: PartFilter, part: Routable): string | undefined {
  const { sources, severity, accounts, regions, ous, tags = {}, labels = {} } = filter;
  if (sources && !matchesAny(sources, [part.source])) return `source is ${part.source}`;
  if (severity && SEVERITIES.indexOf(part.severity) > SEVERITIES.indexOf(severity)) {
    return `severity ${part.severity} is milder than ${severity}`;
  }
  if (accounts && !matchesAny(accounts, present(part.account))) return `account is ${part.account ?? 'none'}`;
  if (regions && !matchesAny(regions, present(part.region))) return `region is ${part.region ?? 'none'}`;
  const [ou] = valuesOf(part, 'ou');
  if (ous && !ous.some((unit) => isWithin(unit, ou))) return `OU is ${ou ?? 'unknown'}`;
  for (const [key, patterns] of Object.entries(tags)) {
    if (!matchesAny(patterns, valuesOf(part, `tag:${key}`))) return `tag ${key} does not match`;
  }
  for (const [name, patterns] of Object.entries(labels)) {
    const values = valuesOf(part, name);
    if (!matchesAny(patterns, values)) return `${name} is ${values.join(', ') || 'absent'}`;
  }
  return undefined;
}

function matchesAny(patterns: string[], values: string[]): boolean {
  return values.some((value) => patterns.some((pattern) => matchesGlob(pattern, value)));
}

/** `/` is the root, which holds every known unit. */
function isWithin(unit: string, ou: string | undefined): boolean {
  const path = unit.replace(/\/+$/, '');
  return ou === path || (ou?.startsWith(`${path}/`) ?? false);
}

function valuesOf({ labels }: Routable, name: string): string[] {
  return Object.hasOwn(labels, name) ? (labels[name] ?? []) : [];
}

function present(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}
