import {
  GetResourcesCommand,
  type ResourceGroupsTaggingAPIClient,
} from '@aws-sdk/client-resource-groups-tagging-api';
import { readTags } from '#lambdas/contracts/tags/read-tags.ts';

/** The tagging API takes so many ARNs. */
const ARNS_AT_ONCE = 100;

/**
 * The tags of resources this minute, by ARN. One that is absent proves nothing: the API does not know what was never
 * tagged, nor services that it leaves out.
 */
export async function liveTags(
  client: ResourceGroupsTaggingAPIClient,
  arns: string[],
): Promise<Map<string, Record<string, string>>> {
  const tags = new Map<string, Record<string, string>>();
  for (let start = 0; start < arns.length; start += ARNS_AT_ONCE) {
    const command = new GetResourcesCommand({ ResourceARNList: arns.slice(start, start + ARNS_AT_ONCE) });
    const { ResourceTagMappingList = [] } = await client.send(command);
    for (const { ResourceARN = '', Tags = [] } of ResourceTagMappingList) {
      tags.set(ResourceARN, readTags({ tags: Tags }));
    }
  }
  return tags;
}
