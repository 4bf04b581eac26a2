import type { Check } from '#bin/commands/doctor/check.ts';
import { unlessHeartbeats } from '#bin/commands/doctor/checks/heartbeats.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import type { HeartbeatRecord } from '#lambdas/contracts/directory.ts';
import { VERSION } from '#lib/platform/version.ts';

/** Members run what this clone would deploy. */
export const memberVersions: Check = {
  name: 'member-versions',
  area: 'Members',
  about: 'Every account and Region runs the version of this clone',
  asks: 'the hub account',
  actions: ['cloudformation:DescribeStacks', 'cloudformation:ListStackResources', 'dynamodb:Scan'],
  skip: unlessHeartbeats,
  async run({ facts, settings, now }) {
    const { heartbeats } = await facts.directory();
    const since = now.getTime() - (settings.heartbeat?.silentAfterHours ?? 0) * 3_600_000;
    // Of those that fell silent, or left, nothing is known any more.
    const recent = heartbeats.filter(({ heardAt }) => Date.parse(heardAt) >= since);
    return judgeVersions(recent, VERSION);
  },
};

function judgeVersions(heard: HeartbeatRecord[], wanted: string): Observed[] {
  return heard.map(({ account, region, version }): Observed => {
    const where = { account, region };
    if (version === wanted) return { ...where, verdict: 'ok', text: `Runs version ${version}` };
    return {
      ...where,
      verdict: 'warning',
      text: `Runs version ${version}, this clone is ${wanted}`,
      mend: "npx cdk deploy ReeveMembers; in the management account npx cdk deploy 'ReeveMember-*'",
    };
  });
}
