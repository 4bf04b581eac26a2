import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import {
  GetResourcesCommand,
  ResourceGroupsTaggingAPIClient,
} from '@aws-sdk/client-resource-groups-tagging-api';
import type { MemberReader } from '#lambdas/runtime/member-credentials.ts';
import { readerSession } from '#lambdas/runtime/reader-session.ts';
import { readRecorders } from '#lambdas/tag-coverage/blind/recorder-client.ts';
import { type OpenAccount } from '#lambdas/tag-coverage/read/account-api.ts';

const RETRIES = { retryMode: 'standard', maxAttempts: 8 };

/** Any account, by one session of the role that it lets itself be read by; without a reader, one's own. */
export function accountClient(partition: string, reader: MemberReader | undefined): OpenAccount {
  // All clients share their connections: their hosts are a handful, two a Region.
  const { requestHandler } = new ConfigServiceClient({}).config;
  return async (account) => {
    const credentials = reader && (await readerSession({ partition, account }, reader));
    return (region) => {
      const options = { region, requestHandler, ...RETRIES, ...(credentials ? { credentials } : {}) };
      return {
        recorders: () => readRecorders(new ConfigServiceClient(options)),
        hasTags: (arns) => hasTags(new ResourceGroupsTaggingAPIClient(options), arns),
      };
    };
  };
}

async function hasTags(client: ResourceGroupsTaggingAPIClient, arns: string[]): Promise<boolean> {
  const { ResourceTagMappingList: found = [] } = await client.send(
    new GetResourcesCommand({ ResourceARNList: arns }),
  );
  return found.some(({ Tags = [] }) => Tags.length > 0);
}
