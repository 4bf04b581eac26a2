import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { liveTags } from '#lambdas/runtime/live-tags.ts';
import { type MemberReader, memberCredentials } from '#lambdas/runtime/member-credentials.ts';
import type { AdvisorPorts } from '#lambdas/trusted-advisor-alerts/advisor-ports.ts';

export type TagReader = MemberReader & {
  partition: string;
  /** Where what lies in no Region is asked for. */
  homeRegion: string;
};

/** Tags of resources of any account, asked in their Regions. What could not be asked is reported, and has no tags. */
export function resourceTags(
  { partition, homeRegion, ...reader }: TagReader,
  report: (place: { account: string; region: string }, error: unknown) => void,
): AdvisorPorts['tagsOf'] {
  const { requestHandler } = new ResourceGroupsTaggingAPIClient({}).config;
  return async (account, arns) => {
    const credentials = memberCredentials({ partition, account }, reader);
    const byRegion = Map.groupBy(arns, (arn) => arn.split(':')[3] || homeRegion);
    const found = await Promise.all(
      [...byRegion].map(async ([region, some]) => {
        const options = { region, credentials, requestHandler, maxAttempts: 5 };
        try {
          return [...(await liveTags(new ResourceGroupsTaggingAPIClient(options), some))];
        } catch (error) {
          report({ account, region }, error);
          return [];
        }
      }),
    );
    return new Map(found.flat());
  };
}
