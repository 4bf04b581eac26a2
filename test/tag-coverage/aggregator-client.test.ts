import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aggregatorClient } from '#lambdas/tag-coverage/read/aggregator-client.ts';
import { toSweptResource } from '#lambdas/tag-coverage/read/to-swept-resource.ts';
import { typeQueries } from '#lambdas/tag-coverage/read/type-queries.ts';
import { organizationAggregator } from '#local/counterparts/organization/world-resources.ts';
import { startLoopbackServer } from '#local/proxy/loopback-server.ts';
import { aResource } from '#test/local/counterparts/organization/a-resource.ts';
import {
  HOME,
  MEMBER,
  type ServedWorld,
  servedWorld,
} from '#test/local/counterparts/organization/served-world.ts';

const VOLUME = 'AWS::EC2::Volume';

let served: ServedWorld;
beforeEach(async () => {
  served = await servedWorld();
  served.world.aggregators = [organizationAggregator(served.world, 'everything')];
});
afterEach(() => served.close());

const aClient = () => aggregatorClient('everything', served.clientOf(ConfigServiceClient));
async function all<Item>(pages: AsyncIterable<Item[]>): Promise<Item[][]> {
  const found: Item[][] = [];
  for await (const page of pages) found.push(page);
  return found;
}
const select = async (types = [VOLUME], client = aClient()) =>
  (await all(client.select(typeQueries(types)[0] ?? ''))).map((page) => page.map(toSweptResource));

describe('the resources of all accounts', () => {
  test('come in pages of a hundred, each once', async () => {
    served.world.resources = Array.from({ length: 230 }, (_, index) => aResource(`data-${index}`));
    const pages = await select();

    expect(pages.map(({ length }) => length)).toEqual([100, 100, 30]);
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(230);
  });

  test('bear their tags, what tells who made them, and an empty list where they never had any', async () => {
    served.world.resources = [
      aResource('data', { tags: { Owner: 'a' } }),
      aResource('bare'),
      aResource('default', {
        type: 'AWS::EC2::VPC',
        configuration: { isDefault: true },
        createdAt: undefined,
      }),
    ];
    const [[data, bare, vpc] = []] = await select([VOLUME, 'AWS::EC2::VPC']);

    expect(data).toMatchObject({
      account: MEMBER,
      region: HOME,
      type: VOLUME,
      name: 'data',
      tags: { Owner: 'a' },
      createdAt: '2026-11-02T10:00:00.000Z',
    });
    expect(bare?.tags).toEqual({});
    expect(vpc).toMatchObject({ configuration: { isDefault: true } });
    expect(vpc?.createdAt).toBeUndefined();
  });

  test('are asked for again when AWS Config is asked too much', async () => {
    served.world.resources = [aResource('data')];
    served.faults.throttle('config:SelectAggregateResourceConfig', { times: 2 });
    const options = {
      endpoint: served.url,
      region: HOME,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    };
    const patient = new ConfigServiceClient({ ...options, maxAttempts: 4 });

    expect((await select([VOLUME], aggregatorClient('everything', patient))).flat()).toHaveLength(1);
  });

  test('of an aggregator that is not there are an error', async () => {
    served.world.aggregators = [];

    await expect(select()).rejects.toMatchObject({ name: 'NoSuchConfigurationAggregatorException' });
  });
});

test('sources are accounts in their Regions, and how the last transfer went', async () => {
  const aggregator = organizationAggregator(served.world, 'everything');
  served.world.aggregators = [{ ...aggregator, sources: { [`${MEMBER}/${HOME}`]: { status: 'FAILED' } } }];
  const sources = (await all(aClient().sources())).flat();

  expect(sources).toContainEqual({ account: MEMBER, region: HOME, status: 'FAILED' });
  expect(sources.length).toBeGreaterThan(5);
});

test('a page that is given again and again is an error, and no endless loop', async () => {
  let asked = 0;
  const server = await startLoopbackServer(async (_, response) => {
    asked += 1;
    response.end(JSON.stringify({ Results: [], NextToken: asked % 2 ? 'one' : 'two' }));
  });
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const client = new ConfigServiceClient({ endpoint: server.url, region: HOME, credentials });

  await expect(select([VOLUME], aggregatorClient('everything', client))).rejects.toThrow('again and again');
  expect(asked).toBe(3);
  await server.close();
});

test('a page without rows is not the end where AWS gives a token', async () => {
  const row = JSON.stringify({
    accountId: MEMBER,
    awsRegion: HOME,
    resourceType: VOLUME,
    resourceId: 'vol-1',
  });
  const answers = [
    { Results: [], NextToken: 'more' },
    { Results: [row], NextToken: 'last' },
    { Results: [] },
  ];
  const server = await startLoopbackServer(async (_, response) => {
    response.end(JSON.stringify(answers.shift()));
  });
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const client = new ConfigServiceClient({ endpoint: server.url, region: HOME, credentials });

  expect((await select([VOLUME], aggregatorClient('everything', client))).flat()).toHaveLength(1);
  expect(answers).toEqual([]);
  await server.close();
});
