import { toDigestObservation } from '#lambdas/contracts/digest.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { HeartbeatSettings } from '#lambdas/contracts/settings.ts';
import type { Silent, Tally } from '#lambdas/heartbeat/tally.ts';

const SHOWN = 20;
const NAME_LENGTH = 50;
/** More than three differ only where something is wrong with the members, which the doctor tells. */
const VERSIONS_SHOWN = 3;

/** The day's digest: an alert that is over as soon as it is told. Told again, it takes the place of the first. */
export function toDigest(tally: Tally, settings: HeartbeatSettings, now: Date): Observation {
  const key = `heartbeat/${now.toISOString().slice(0, 10)}`;
  const versions = versionLines(tally, settings);
  const silent = tally.silent.length;
  const isWell = silent === 0 && versions.length === 0 && tally.heard > 0;
  const lines = [heardLine(tally), ...silentLines(tally.silent, settings), awaitedLine(tally), ...versions];
  return toDigestObservation({
    key,
    source: 'heartbeat',
    orderedBy: [['toldAt', now.getTime()]],
    severity: silent > 0 ? 'warning' : 'info',
    title: titleOf(tally),
    summary: lines.filter(Boolean).join('\n'),
    links: [],
    actions: isWell
      ? []
      : [{ id: 'doctor', label: 'Find out why, and how to mend it', command: 'npm run reeve -- doctor' }],
  });
}

function titleOf({ silent, heard }: Tally): string {
  if (silent.length > 0) return `${regions(silent.length)} ${silent.length === 1 ? 'is' : 'are'} silent`;
  if (heard === 0) return 'No account has been heard yet';
  return heard === 1 ? '1 Region is heard' : `All ${regions(heard)} are heard`;
}

function heardLine({ heard, silent, accounts, awaited }: Tally): string {
  const total = heard + silent.length;
  if (total === 0) return awaited > 0 ? '' : 'Nor is any account known that should be heard.';
  return `Heard ${count(heard)} of ${regions(total)} in ${count(accounts)} ${accounts === 1 ? 'account' : 'accounts'}.`;
}

function silentLines(silent: Silent[], { silentAfterHours, regions: all }: HeartbeatSettings): string[] {
  if (silent.length === 0) return [];
  const byAccount = Map.groupBy(silent.slice(0, SHOWN), ({ account }) => account);
  const lines = [...byAccount.values()].map((group) => {
    const [first] = group as [Silent];
    const isAll = group.length === all.length && all.length > 1;
    return `• ${nameOf(first)}: ${isAll ? 'all Regions' : group.map(({ region }) => region).join(', ')}`;
  });
  const more = silent.length - SHOWN;
  return [
    `Silent for more than ${silentAfterHours} hours:`,
    ...lines,
    ...(more > 0 ? [`• and ${count(more)} more`] : []),
  ];
}

function awaitedLine({ awaited }: Tally): string {
  if (awaited === 0) return '';
  return `${regions(awaited)} ${awaited === 1 ? 'is' : 'are'} new and should speak within a day.`;
}

function versionLines({ otherVersions }: Tally, { version }: HeartbeatSettings): string[] {
  const known = Object.entries(otherVersions).sort(([, a], [, b]) => b - a);
  return known
    .slice(0, VERSIONS_SHOWN)
    .map(
      ([other, number]) =>
        `${regions(number)} ${number === 1 ? 'runs' : 'run'} version ${other}, the hub ${version}.`,
    );
}

function nameOf({ account, name }: Silent): string {
  return name ? `${name.slice(0, NAME_LENGTH).toWellFormed()} (${account})` : account;
}

function regions(number: number): string {
  return `${count(number)} ${number === 1 ? 'Region' : 'Regions'}`;
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
