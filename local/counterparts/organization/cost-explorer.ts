import { Clock } from '#local/clock.ts';
import { costExplorerApi } from '#local/counterparts/cost-explorer/cost-explorer.ts';
import { denied } from '#local/counterparts/cost-explorer/refusals.ts';
import type { AwsBackend, AwsCall } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { costAllocationTagsBackend } from './cost-allocation-tags.ts';
import type { World } from './world.ts';
import { worldLedger } from './world-costs.ts';

/**
 * Cost Explorer of a world. It was never enabled, or the account does not pay, or a permission lacks: all are an
 * AccessDeniedException, told apart by their message alone. Calls are taken from every Region: it has one endpoint
 * that SDKs choose by themselves, and they sign for their own Region once another endpoint is given.
 */
export function costExplorerBackend({
  world,
  identities,
  clock = new Clock(),
}: Organization & { clock?: Clock }): AwsBackend {
  const memberOf = ({ accessKeyId }: AwsCall) => {
    const { accountId } = identities.find(accessKeyId);
    return accountId === world.managementAccount ? undefined : accountId;
  };
  const costs = costExplorerApi({
    ledger: worldLedger(world),
    switches: () => switchesOf(world),
    billed: world.costs.billed,
    now: () => clock.now(),
    memberOf,
  });
  const allocationTags = costAllocationTagsBackend(world, (call) => {
    if (memberOf(call)) throw denied("Linked account doesn't have access to cost allocation tags.");
  });
  return (call) => (call.operation === 'ListCostAllocationTags' ? allocationTags(call) : costs(call));
}

function switchesOf({ costs, costExplorer: { enabled, allocationTags } }: World) {
  const activeTags = Object.keys(allocationTags).filter((key) => allocationTags[key] === 'Active');
  return { ...costs.switches, enabled: enabled && costs.switches.enabled, activeTags };
}
