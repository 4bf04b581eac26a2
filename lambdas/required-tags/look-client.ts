import { ConfigServiceClient, paginateSelectResourceConfig } from '@aws-sdk/client-config-service';
import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { partitionOf } from '#lambdas/contracts/regions.ts';
import { type ConfigQuery, configQueries, toLookedAt } from '#lambdas/required-tags/config-query.ts';
import { type Look, type LookedAt, lookName } from '#lambdas/required-tags/look.ts';
import type { TagNews } from '#lambdas/required-tags/tag-news.ts';
import { liveTags } from '#lambdas/runtime/live-tags.ts';
import { type MemberReader, memberCredentials } from '#lambdas/runtime/member-credentials.ts';

const RETRIES = { retryMode: 'standard', maxAttempts: 8 };

type Place = { account: string; region: string };
type Clients = { config: ConfigServiceClient; tagging: ResourceGroupsTaggingAPIClient };

/**
 * Looks at resources of any account: at what AWS Config knows of them, and at the tags that they have this minute.
 * What could not be asked is reported, and `unanswered`.
 */
export function resourceLooks(
  reader: MemberReader,
  report: (message: string, place: Place, error: unknown) => void,
): (news: TagNews[]) => Promise<Map<string, Look>> {
  // All clients share their connections: their hosts are a handful, two a Region.
  const { requestHandler } = new ConfigServiceClient({}).config;
  const open = new Map<string, Clients>();

  function clientsOf(place: Place): Clients {
    const name = `${place.account}/${place.region}`;
    const known = open.get(name);
    if (known) return known;
    const credentials = memberCredentials(
      { partition: partitionOf(place.region), account: place.account },
      reader,
    );
    const options = { region: place.region, credentials, requestHandler, ...RETRIES };
    const made = {
      config: new ConfigServiceClient(options),
      tagging: new ResourceGroupsTaggingAPIClient(options),
    };
    open.set(name, made);
    return made;
  }

  async function lookThere(place: Place, news: TagNews[], looks: Map<string, Look>): Promise<void> {
    const { config, tagging } = clientsOf(place);
    for (const query of configQueries(news)) {
      try {
        const found = await ask(config, query);
        for (const one of await withLiveTags(tagging, place, found)) {
          looks.set(keyOf(one), { status: 'found', resource: one.resource });
        }
        for (const one of query.asked) if (!looks.has(keyOf(one))) looks.set(keyOf(one), { status: 'gone' });
      } catch (error) {
        report('Resources could not be looked at', place, error);
      }
    }

    function keyOf(named: Pick<TagNews, 'type' | 'id'>): string {
      const one = news.find(({ type, id }) => type === named.type && id === named.id);
      return one ? lookName(one) : '';
    }
  }

  async function withLiveTags(tagging: Clients['tagging'], place: Place, found: Found[]): Promise<Found[]> {
    const arns = found.flatMap(({ resource }) => resource.arn ?? []);
    if (arns.length === 0) return found;
    try {
      const live = await liveTags(tagging, arns);
      return found.map((one) => {
        const tags = live.get(one.resource.arn ?? '');
        return tags ? { ...one, resource: { ...one.resource, tags } } : one;
      });
    } catch (error) {
      report('Tags could not be read anew', place, error);
      return found;
    }
  }

  return async (news) => {
    const looks = new Map<string, Look>();
    const places = Map.groupBy(news, ({ account, askedIn }) => `${account}/${askedIn}`);
    await Promise.all(
      [...places.values()].map(async (some) => {
        const [first] = some;
        if (first) await lookThere({ account: first.account, region: first.askedIn }, some, looks);
      }),
    );
    return looks;
  };
}

type Found = Pick<TagNews, 'type' | 'id'> & { resource: LookedAt };

async function ask(client: ConfigServiceClient, { expression }: ConfigQuery): Promise<Found[]> {
  const found: Found[] = [];
  const pages = paginateSelectResourceConfig(
    { client, stopOnSameToken: true },
    { Expression: expression, Limit: 100 },
  );
  for await (const { Results = [] } of pages) found.push(...Results.flatMap((row) => toLookedAt(row) ?? []));
  return found;
}
