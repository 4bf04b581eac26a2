import { toFinding } from '#bin/commands/doctor/unseen.ts';
import type { AskedAccount } from '#lambdas/ecs-inventory/accounts-to-ask.ts';

/** What could not be asked, why, and the way out. */
export type Unanswered = {
  /** Absent: what the hub itself knows. */
  account?: AskedAccount;
  region?: string;
  text: string;
  detail?: string;
  mend?: string;
};

/** Fails with what is no answer of AWS, which would be a defect of ours. */
export function toUnanswered(error: unknown, place: Pick<Unanswered, 'account' | 'region'> = {}): Unanswered {
  const { text, detail, mend } = toFinding(error);
  return { ...place, text, ...(detail ? { detail } : {}), ...(mend ? { mend } : {}) };
}

/** A block for each reason: where it holds, what AWS said, what to do. */
export function describeUnanswered(unanswered: Unanswered[]): string[] {
  const byReason = Map.groupBy(unanswered, ({ text, mend }) => JSON.stringify([text, mend]));
  return [...byReason.values()].flatMap((some) => {
    const [{ text, mend } = { text: '', mend: undefined }] = some;
    const details = new Set(some.map(({ detail }) => detail));
    const [detail] = details.size === 1 ? details : [];
    return [
      `Not seen: ${placesOf(some)}: ${text}`,
      ...(detail && !text.includes(detail) ? [`  ${detail}`] : []),
      ...(mend ? [`  → ${mend}`] : []),
    ];
  });
}

/** `payments-prod (111122223333) in eu-central-1, eu-west-1; shop-dev (444455556666)` */
function placesOf(some: Unanswered[]): string {
  const byAccount = Map.groupBy(some, ({ account }) => account?.id);
  const places = [...byAccount.values()].map((group) => {
    const [{ account } = {}] = group;
    if (!account) return 'the hub';
    const regions = group.flatMap(({ region }) => region ?? []);
    const name = account.name ? `${account.name} (${account.id})` : account.id;
    return regions.length > 0 ? `${name} in ${regions.join(', ')}` : name;
  });
  return places.join('; ');
}
