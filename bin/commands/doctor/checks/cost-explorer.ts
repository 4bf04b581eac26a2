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
/** What cost reports ask for; undefined where there are none. */
type Wanted = { tags: string[] } | undefined;

/** Costs can be asked for, and by tag. */
export const costExplorer: Check = {
  name: 'cost-explorer',
  area: 'Cost',
  about:
    'Cost Explorer is enabled (AWS charges a cent for the question); the tags of the settings divide the costs',
  asks: 'the management account',
  actions: ['ce:GetCostAndUsage', 'ce:ListCostAllocationTags'],
  skip: ({ homeRegion }) =>
    partitionOf(homeRegion) === 'aws-us-gov' ? 'GovCloud has no Cost Explorer of its own' : undefined,
  async run({ client, settings, homeRegion, now }) {
    const region = partitionOf(homeRegion) === 'aws-cn' ? 'cn-northwest-1' : 'us-east-1';
    const payer = await client(CostExplorerClient, 'management', region);
    const isOwn = settings.costs?.view === 'account';
    const costs = isOwn ? await client(CostExplorerClient, 'hub', region) : payer;
    // Of its tags only the account that pays is told.
    return judgeCosts((await isEnabled(costs, now)) ? await askTags(payer) : undefined, settings.costs);
  },
};

/** Failures where cost reports need it; else people are told what they could have. */
export function judgeCosts(tags: Costs, wanted?: Wanted): Observed[] {
  if (!tags) {
    const mend = 'Open Cost Explorer once in the console of the management account; it takes a day';
    return [{ verdict: wanted ? 'failed' : 'warning', text: 'Cost Explorer is not enabled', mend }];
  }
  const enabled: Observed = { verdict: 'ok', text: 'Cost Explorer is enabled' };
  if (wanted && wanted.tags.length > 0) return [enabled, ...wanted.tags.map((key) => judgeTag(key, tags))];
  const active = tags.filter(({ isActive }) => isActive);
  if (active.length > 0) {
    return [enabled, { verdict: 'ok', text: `Tags active for cost allocation: ${namesOf(active)}` }];
  }
  const text = 'No tag of your own is active for cost allocation';
  return [enabled, { verdict: 'warning', text, mend: activate(tags[0]?.key ?? 'KEY') }];
}

/** Costs of a tag that is not active look as if nothing had it. */
function judgeTag(key: string, tags: AllocationTag[]): Observed {
  const tag = tags.find((known) => known.key === key);
  if (tag?.isActive) return { verdict: 'ok', text: `The tag ${key} is active for cost allocation` };
  return tag
    ? {
        verdict: 'failed',
        text: `The tag ${key} is not active for cost allocation: all costs look untagged`,
        mend: activate(key),
      }
    : {
        verdict: 'failed',
        text: `AWS knows no tag ${key}: all costs look untagged`,
        mend: `Mend costs.tags in reeve.config.ts; or tag a resource, and a day later ${activate(key)}`,
      };
}

function activate(key: string): string {
  return `aws ce update-cost-allocation-tags-status --cost-allocation-tags-status 'TagKey=${key},Status=Active', in the management account`;
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
