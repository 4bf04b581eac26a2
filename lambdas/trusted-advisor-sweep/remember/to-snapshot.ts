import { SEVERITIES, type Severity } from '#lambdas/contracts/observation.ts';
import type { AccountStanding, KnownCheck } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { AdvisorSelection } from '#lambdas/contracts/trusted-advisor/advisor-selection.ts';
import { muteOf } from '#lambdas/contracts/trusted-advisor/item-mute.ts';
import { groupItems } from '#lambdas/trusted-advisor-sweep/compare/group-items.ts';
import type { CheckReading, ChecksReading } from '#lambdas/trusted-advisor-sweep/read/read-checks.ts';
import type { Snapshot, SnapshotItem } from '#lambdas/trusted-advisor-sweep/snapshot.ts';

export type SnapshotCase = {
  account: string;
  reading: Pick<ChecksReading, 'watched' | 'answered'>;
  before: Snapshot | undefined;
  /** How reading the account went before. */
  standing: Pick<AccountStanding, 'baselineAt' | 'checks'> | undefined;
  selection: AdvisorSelection;
  now: Date;
};

/** What an account has, after a reading. Of checks that did not answer, what they said before stays. */
export function toSnapshot({ account, reading, before, standing, selection, now }: SnapshotCase): Snapshot {
  const known = new Map((before?.items ?? []).map((item) => [nameOf(item), item]));
  const read = new Set(standing?.baselineAt === undefined ? [] : standing.checks);
  const readAt = now.toISOString();
  const toItem = (check: KnownCheck, { item, severity }: ReturnType<typeof groupItems>[number]) => {
    const { key, ...rest } = item;
    const mute = severity && muteOf(selection.mutes, { account, check, item, severity }, now);
    const about = { id: check.id, name: check.name, category: check.category };
    const last = known.get(nameOf({ check: about, key }));
    const wasThere = last ? last.wasThere === true && !isWorse(severity, last) : !read.has(check.id);
    return {
      check: about,
      key,
      item: rest,
      ...(severity ? { severity } : {}),
      ...(mute ? { mutedBy: mute.id } : {}),
      firstSeen: last?.firstSeen ?? readAt.slice(0, 10),
      ...(wasThere ? { wasThere } : {}),
    };
  };
  const items = [...reading.answered.values()].flatMap((one) =>
    groupItems(flaggedOf(one), { rowOf: () => undefined }, selection).map((group) =>
      toItem(one.check, group),
    ),
  );
  const silent = new Set(reading.watched.map(({ id }) => id).filter((id) => !reading.answered.has(id)));
  return {
    account,
    readAt,
    items: [...items, ...(before?.items ?? []).filter(({ check }) => silent.has(check.id))],
  };
}

function flaggedOf({ items }: CheckReading) {
  return items
    .filter(({ item, state }) => state === 'flagged' && item.status !== 'ok')
    .map(({ item }) => item);
}

function isWorse(severity: Severity | undefined, than: Pick<SnapshotItem, 'severity'>): boolean {
  const rank = (one: Severity | undefined) => (one ? SEVERITIES.indexOf(one) : SEVERITIES.length);
  return rank(severity) < rank(than.severity);
}

function nameOf({ check, key }: Pick<SnapshotItem, 'check' | 'key'>): string {
  return `${check.id}/${key}`;
}
