import type { Check } from '#bin/commands/doctor/check.ts';
import type { HubStack } from '#bin/commands/doctor/facts/hub-stack.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { unlessHubDeployed } from '#bin/commands/doctor/unless-hub-deployed.ts';

/** The deployment has a place for reports. */
export const reportBucket: Check = {
  name: 'report-bucket',
  area: 'Cost',
  about: 'The hub has a bucket for reports',
  asks: 'the hub account',
  actions: ['cloudformation:DescribeStacks'],
  skip: (context) =>
    context.settings.costs || context.settings.ecs?.inventory || context.settings.tags?.coverage
      ? unlessHubDeployed(context)
      : 'Nothing in reeve.config.ts makes reports',
  run: async ({ facts, stack }) => judgeReportBucket(await facts.hubStack(), stack),
};

export function judgeReportBucket(hub: Pick<HubStack, 'outputs'> | undefined, stack: string): Observed[] {
  const bucket = hub?.outputs['ReportBucket'];
  if (bucket) return [{ verdict: 'ok', text: `Reports lie in ${bucket}` }];
  const text = `${stack} has no bucket for reports: it was deployed before the settings asked for any`;
  return [{ verdict: 'failed', text, mend: `npx cdk deploy ${stack}` }];
}
