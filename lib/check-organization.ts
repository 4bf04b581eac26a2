import { z } from 'zod';
import type { Issue } from '#lib/check-names.ts';
import { partitionOf } from '#lib/regions.ts';

/** What is compared here, as far as it can be read: of the rest the schema of the settings tells. */
const Readable = z
  .object({
    hub: z.object({ account: z.string().optional(), region: z.string() }).optional().catch(undefined),
    organization: z
      .object({ targets: z.array(z.string()).catch([]) })
      .optional()
      .catch(undefined),
    regions: z.array(z.string()).optional().catch(undefined),
    accountDirectory: z.unknown().optional(),
    heartbeat: z.unknown().optional(),
    costs: z.object({ view: z.string().optional() }).optional().catch(undefined),
  })
  .catch({});

/** What the blocks about accounts and Regions need of each other. */
export function checkOrganization(settings: unknown): Issue[] {
  const { hub, organization, regions = [], accountDirectory, heartbeat, costs } = Readable.parse(settings);
  const issues: Issue[] = [];
  const issue = (path: PropertyKey[], message: string) => issues.push({ path, message });

  if (organization && !hub?.account) {
    issue(['hub', 'account'], 'is missing: members must be told which account to trust');
  }
  if (organization && hub && partitionOf(hub.region) === 'aws-cn') {
    issue(['organization'], 'cannot be used in China: CloudFormation has no service-managed StackSets there');
  }
  if (accountDirectory !== undefined && !organization) {
    issue(['accountDirectory'], 'needs an organization: of a lone account, write name and owner in accounts');
  }
  if (costs?.view === 'organization' && !organization) {
    issue(['costs', 'view'], 'needs an organization: a lone account sees its own costs, without this field');
  }
  if (!hub && regions.length > 0) {
    issue(['hub'], 'is missing: other Regions must be told where Reeve runs');
  }
  if (!hub && heartbeat !== undefined) {
    issue(['hub'], 'is missing: heartbeats must be told where Reeve runs');
  }
  for (const [index, target] of organization?.targets.entries() ?? []) {
    if (organization?.targets.indexOf(target) === index) continue;
    issue(['organization', 'targets', index], `"${target}" is named twice: take one out`);
  }
  for (const [index, region] of regions.entries()) {
    if (regions.indexOf(region) !== index)
      issue(['regions', index], `"${region}" is named twice: take one out`);
    if (hub && partitionOf(region) !== partitionOf(hub.region)) {
      issue(
        ['regions', index],
        `"${region}" lies in another partition than hub.region: that takes a Reeve of its own`,
      );
    }
  }
  return issues;
}
