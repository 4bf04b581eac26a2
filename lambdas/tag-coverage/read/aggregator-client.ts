import {
  ConfigServiceClient,
  DescribeConfigurationAggregatorSourcesStatusCommand,
  SelectAggregateResourceConfigCommand,
} from '@aws-sdk/client-config-service';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import type { SourceStatus } from '#lambdas/tag-coverage/read/source-status.ts';

/** The most that AWS Config gives at once. */
const PAGE_SIZE = 100;
/** Queries of many pages side by side are throttled now and then. */
const RETRIES = { retryMode: 'standard', maxAttempts: 10 };

export type Aggregator = {
  /** Rows are JSON and come page by page. */
  select: (expression: string) => AsyncGenerator<string[]>;
  /** Page by page. */
  sources: () => AsyncGenerator<SourceStatus[]>;
};

/** Asks the aggregator of that name, in the account and Region that this is. */
export function aggregatorClient(name: string, client = new ConfigServiceClient(RETRIES)): Aggregator {
  const own = { ConfigurationAggregatorName: name, Limit: PAGE_SIZE };
  return {
    select: (expression) =>
      pages(async (token) => {
        const command = new SelectAggregateResourceConfigCommand({
          ...own,
          ...token,
          Expression: expression,
        });
        const { Results = [], NextToken } = await client.send(command);
        return { items: Results, next: NextToken };
      }),
    sources: () =>
      pages(async (token) => {
        const command = new DescribeConfigurationAggregatorSourcesStatusCommand({ ...own, ...token });
        const { AggregatedSourceStatusList = [], NextToken } = await client.send(command);
        return { items: AggregatedSourceStatusList.flatMap(toSource), next: NextToken };
      }),
  };
}

type Ask<Item> = (token: { NextToken?: string }) => Promise<{ items: Item[]; next: string | undefined }>;

/** A token that comes twice would lead round in a circle for ever. */
async function* pages<Item>(ask: Ask<Item>): AsyncGenerator<Item[]> {
  const tokens = new Set<string>();
  for (let token: string | undefined; ; ) {
    const { items, next } = await ask(token ? { NextToken: token } : {});
    yield items;
    if (!next) return;
    if (tokens.has(next)) throw new PermanentError('The aggregator gives the same page again and again');
    tokens.add((token = next));
  }
}

/** The Organization as a whole is a source too, of no Region. */
function toSource(source: {
  SourceId?: string | undefined;
  AwsRegion?: string | undefined;
  LastUpdateStatus?: string | undefined;
}): SourceStatus[] {
  const { SourceId: account = '', AwsRegion: region = '', LastUpdateStatus: status = '' } = source;
  return /^\d{12}$/.test(account) && region !== '' ? [{ account, region, status }] : [];
}
