import {
  CostExplorerClient,
  DataUnavailableException,
  GetCostAndUsageCommand,
  paginateListCostAllocationTags,
} from '@aws-sdk/client-cost-explorer';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { Unseen } from '#bin/commands/doctor/unseen.ts';
import { partitionOf } from '#lib/regions.ts';

type AllocationTag = { key: string; isActive: boolean };

/** Undefined: Cost Explorer is not enabled. */
type Costs = AllocationTag[] | undefined;

/** Costs can be asked for, and by tag. */
export const costExplorer: Check = {
  name: 'cost-explorer',
  area: 'Cost',
  about: 'Cost Explorer is enabled (AWS charges a cent for the question); tags of your own divide the costs',
  asks: 'the management account',
  actions: ['ce:GetCostAndUsage', 'ce:ListCostAllocationTags'],
  skip: ({ homeRegion }) =>
    partitionOf(homeRegion) === 'aws-us-gov' ? 'GovCloud has no Cost Explorer of its own' : undefined,
  async run({ client, homeRegion, now }) {
    const region = partitionOf(homeRegion) === 'aws-cn' ? 'cn-northwest-1' : 'us-east-1';
    const costs = await client(CostExplorerClient, 'management', region);
    return judgeCosts((await isEnabled(costs, now)) ? await askTags(costs) : undefined);
  },
};

/** Warnings: no capability reads costs yet. */
export function judgeCosts(tags: Costs): Observed[] {
  if (!tags) {
    const mend = 'Open Cost Explorer once in the console of the management account; it takes a day';
    return [{ verdict: 'warning', text: 'Cost Explorer is not enabled', mend }];
  }
  const [active, inactive] = [true, false].map((isActive) => tags.filter((tag) => tag.isActive === isActive));
  const enabled: Observed = { verdict: 'ok', text: 'Cost Explorer is enabled' };
  if (active?.length) {
    return [enabled, { verdict: 'ok', text: `Tags active for cost allocation: ${namesOf(active)}` }];
  }
  const known = inactive?.[0]?.key ?? 'KEY';
  return [
    enabled,
    {
      verdict: 'warning',
      text: 'No tag of your own is active for cost allocation',
      mend: `aws ce update-cost-allocation-tags-status --cost-allocation-tags-status 'TagKey=${known},Status=Active', in the management account`,
    },
  ];
}

const NAMES_SHOWN = 10;

function namesOf(tags: AllocationTag[]): string {
  const names = tags.slice(0, NAMES_SHOWN).map(({ key }) => key);
  const more = tags.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** No other call says it: those about tags answer all the same. */
async function isEnabled(client: CostExplorerClient, now: Date): Promise<boolean> {
  const day = (ago: number) => new Date(now.getTime() - ago * 86_400_000).toISOString().slice(0, 10);
  const TimePeriod = { Start: day(1), End: day(0) };
  try {
    await client.send(
      new GetCostAndUsageCommand({ TimePeriod, Granularity: 'DAILY', Metrics: ['UnblendedCost'] }),
    );
    return true;
  } catch (error) {
    if (isNotEnabled(error)) return false;
    // Enabled, and AWS is still gathering.
    if (error instanceof DataUnavailableException) return true;
    throw error;
  }
}

async function askTags(client: CostExplorerClient): Promise<AllocationTag[]> {
  const tags: AllocationTag[] = [];
  for await (const page of paginateListCostAllocationTags({ client }, { Type: 'UserDefined' })) {
    for (const { TagKey = '', Status } of page.CostAllocationTags ?? []) {
      tags.push({ key: TagKey, isActive: Status === 'Active' });
    }
  }
  return tags;
}

/** AWS answers AccessDeniedException for this and for a missing permission; only the words differ. */
function isNotEnabled(error: unknown): boolean {
  if (!(error instanceof Unseen)) return false;
  return /not enabled for cost explorer/i.test(error.finding.detail ?? '');
}
