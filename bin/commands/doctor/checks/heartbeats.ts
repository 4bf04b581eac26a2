import type { Check } from '#bin/commands/doctor/check.ts';
import type { Context } from '#bin/commands/doctor/context.ts';
import { ACCOUNT_ACTIONS } from '#bin/commands/doctor/facts/watched-accounts.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { unlessHubDeployed } from '#bin/commands/doctor/unless-hub-deployed.ts';
import { Unseen } from '#bin/commands/doctor/unseen.ts';
import type { HeartbeatRecord } from '#lambdas/contracts/directory.ts';
import { regionsOfMembers } from '#lib/members/regions-of-members.ts';

/** Events of every account and Region reach the hub: their daily heartbeat did. */
export const heartbeats: Check = {
  name: 'heartbeats',
  area: 'Members',
  about: 'The daily heartbeat of every account and Region has arrived',
  asks: 'the hub account',
  actions: [
    'cloudformation:DescribeStacks',
    'cloudformation:ListStackResources',
    'dynamodb:Scan',
    ...ACCOUNT_ACTIONS,
  ],
  skip: unlessHeartbeats,
  async run({ facts, settings, now }) {
    const { heartbeats: heard, accounts: records, awaitedSince } = await facts.directory();
    const targetSince = new Map(records.map((record) => [record.id, Date.parse(record.targetSince ?? '')]));
    return judgeHeartbeats({
      accounts: (await facts.accounts()).map(({ id, joinedAt }) => ({
        id,
        // One that was moved below the targets is new to Reeve, however old it is.
        since: new Date(Math.max(joinedAt.getTime(), targetSince.get(id) || 0)),
      })),
      regions: regionsOfMembers(settings),
      awaitedSince,
      heard,
      deployedAt: await deployedAt(facts),
      silentAfterHours: settings.heartbeat?.silentAfterHours ?? 0,
      now,
    });
  },
};

export type Heartbeats = {
  /** Since when each could be heard. */
  accounts: { id: string; since: Date }[];
  regions: string[];
  /** By Region: since when the hub expects it to speak. */
  awaitedSince: Record<string, string>;
  heard: HeartbeatRecord[];
  deployedAt: Date;
  silentAfterHours: number;
  now: Date;
};

export function judgeHeartbeats(facts: Heartbeats): Observed[] {
  const { accounts, regions, awaitedSince, heard, deployedAt, silentAfterHours, now } = facts;
  const heardAt = new Map(heard.map((beat) => [`${beat.account}/${beat.region}`, beat.heardAt]));
  const since = now.getTime() - silentAfterHours * 3_600_000;
  return accounts.flatMap(({ id: account, since: memberSince }) =>
    regions.map((region): Observed => {
      const where = { account, region };
      const last = heardAt.get(`${account}/${region}`);
      if (last !== undefined && Date.parse(last) >= since) {
        return { ...where, verdict: 'ok', text: 'Heard', detail: `at ${last}` };
      }
      const newest = Math.max(
        deployedAt.getTime(),
        memberSince.getTime(),
        Date.parse(awaitedSince[region] ?? '') || 0,
      );
      if (last === undefined && newest >= since) {
        const text = 'Not heard yet: it is new, and speaks once a day';
        return { ...where, verdict: 'warning', text, mend: 'Ask again tomorrow' };
      }
      return {
        ...where,
        verdict: 'failed',
        text: last === undefined ? 'Never heard' : `Not heard for more than ${silentAfterHours} hours`,
        ...(last === undefined ? {} : { detail: `last at ${last}` }),
        mend: 'See stack-instances and docs/runbook.md, "heartbeat"',
      };
    }),
  );
}

/** Why there are no heartbeats to look at. */
export async function unlessHeartbeats(context: Context): Promise<string | undefined> {
  if (!context.settings.heartbeat) return 'There is no heartbeat in reeve.config.ts';
  return unlessHubDeployed(context);
}

/** Where it may not be looked at, the hub counts as old. */
async function deployedAt({ hubStack }: Context['facts']): Promise<Date> {
  try {
    return (await hubStack())?.createdAt ?? new Date(0);
  } catch (error) {
    if (error instanceof Unseen) return new Date(0);
    throw error;
  }
}
