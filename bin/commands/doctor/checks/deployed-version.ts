import type { Check } from '#bin/commands/doctor/check.ts';
import type { HubStack } from '#bin/commands/doctor/facts/hub-stack.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { VERSION } from '#lib/platform/version.ts';

/** The hub is deployed, and as this clone would deploy it. */
export const deployedVersion: Check = {
  name: 'deployed-version',
  area: 'Hub',
  about: 'The hub is deployed whole, in the version of this clone',
  asks: 'the hub account',
  actions: ['cloudformation:DescribeStacks'],
  run: async ({ facts, stack, hubAccount, homeRegion }) =>
    judgeHubStack(await facts.hubStack(), stack, VERSION).map((finding) => ({
      account: hubAccount,
      region: homeRegion,
      ...finding,
    })),
};

export function judgeHubStack(hub: HubStack | undefined, stack: string, version: string): Observed[] {
  const mend = `npx cdk deploy ${stack}`;
  if (!hub) return [{ verdict: 'failed', text: `There is no stack ${stack}`, mend }];
  const { status } = hub;
  if (status.endsWith('_IN_PROGRESS')) {
    return [
      {
        verdict: 'warning',
        text: `${stack} is being deployed (${status})`,
        mend: 'Ask again in some minutes',
      },
    ];
  }
  if (
    !['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'].includes(status)
  ) {
    return [
      {
        verdict: 'failed',
        text: `${stack} is ${status}`,
        mend: `See its events in CloudFormation, then ${isStuck(status) ? `npx cdk rollback ${stack} && ` : ''}${mend}`,
      },
    ];
  }
  if (status === 'UPDATE_ROLLBACK_COMPLETE') {
    const text = `The last deployment of ${stack} was rolled back`;
    return [{ verdict: 'warning', text, mend: `See its events in CloudFormation, then ${mend}` }];
  }
  if (hub.version !== version) {
    const text = `${stack} runs version ${hub.version ?? 'unknown'}, this clone is ${version}`;
    return [{ verdict: 'warning', text, mend }];
  }
  return [{ verdict: 'ok', text: `${stack} runs version ${version}` }];
}

/** CloudFormation takes no update before the last one is rolled back. */
function isStuck(status: string): boolean {
  return status === 'UPDATE_FAILED' || status === 'UPDATE_ROLLBACK_FAILED';
}
