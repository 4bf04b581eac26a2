import { invalid } from '#local/counterparts/cost-explorer/refusals.ts';
import { type AwsBackend, type AwsCall, awsJsonBackend } from '#local/proxy/aws-call.ts';
import { pageOf } from './paging.ts';
import type { World } from './world.ts';

const PAGE_SIZE = 100;
const LONGEST_PAGE = 1000;

/** The part of Cost Explorer that knows which tags divide costs. */
export function costAllocationTagsBackend(world: World, refuse: (call: AwsCall) => void): AwsBackend {
  return awsJsonBackend({
    ListCostAllocationTags: (input, call) => {
      refuse(call);
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
  });
}

const typeOf = (key: string) => (key.startsWith('aws:') ? 'AWSGenerated' : 'UserDefined');
