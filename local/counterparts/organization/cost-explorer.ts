import { type AwsBackend, type AwsCall, AwsError, awsJsonBackend } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { refuseOtherRegions } from './global-service.ts';
import { pageOf } from './paging.ts';

type Input = Record<string, unknown>;

const PAGE_SIZE = 100;
const LONGEST_PAGE = 1000;

/**
 * Cost Explorer, without costs. It was never enabled, or the account does not pay, or a permission lacks: all are
 * an AccessDeniedException, told apart by their message alone.
 */
export function costExplorerBackend({ world, identities }: Organization): AwsBackend {
  const refuseMembers = ({ accessKeyId }: AwsCall) => {
    if (identities.find(accessKeyId).accountId === world.managementAccount) return;
    throw denied("Linked account doesn't have access to cost allocation tags.");
  };

  return awsJsonBackend({
    ListCostAllocationTags: (input, call) => {
      refuseOtherRegions(call);
      refuseMembers(call);
      const { Status, TagKeys, Type, MaxResults = PAGE_SIZE } = input;
      const size = Number(MaxResults);
      if (!(size >= 1 && size <= LONGEST_PAGE))
        throw invalid(`MaxResults must be between 1 and ${LONGEST_PAGE}`);
      const tags = Object.entries(world.costExplorer.allocationTags)
        .map(([TagKey, status]) => ({ TagKey, Type: typeOf(TagKey), Status: status }))
        .filter((tag) => tag.Status === (Status ?? tag.Status) && tag.Type === (Type ?? tag.Type))
        .filter(({ TagKey }) => !Array.isArray(TagKeys) || TagKeys.includes(TagKey));
      const paging = { pageSize: size, emptyPages: false, badToken: 'InvalidNextTokenException' };
      const { page, NextToken } = pageOf(tags, input, call, paging);
      return { CostAllocationTags: page, NextToken };
    },
    GetCostAndUsage: (input, call) => {
      refuseOtherRegions(call);
      if (!world.costExplorer.enabled) throw denied('User not enabled for cost explorer access');
      const { Start, End } = (input['TimePeriod'] ?? {}) as Input;
      if (typeof Start !== 'string' || typeof End !== 'string') throw invalid('TimePeriod is required');
      if (Start >= End) throw invalid('Start date (and hour) should be before end date (and hour)');
      if (!Array.isArray(input['Metrics'])) throw invalid('Metrics is required');
      return { ResultsByTime: [{ TimePeriod: { Start, End }, Total: {}, Groups: [], Estimated: true }] };
    },
  });
}

const typeOf = (key: string) => (key.startsWith('aws:') ? 'AWSGenerated' : 'UserDefined');
const denied = (message: string) => new AwsError('AccessDeniedException', message);
const invalid = (message: string) => new AwsError('ValidationException', message);
