import {
  ConfigServiceClient,
  InvalidExpressionException,
  InvalidLimitException,
  InvalidNextTokenException,
  NoSuchConfigurationAggregatorException,
  paginateSelectAggregateResourceConfig,
  SelectAggregateResourceConfigCommand,
  SelectResourceConfigCommand,
  type SelectResourceConfigCommandInput,
} from '@aws-sdk/client-config-service';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deleteResource, tagResource } from '#local/counterparts/organization/change-resources.ts';
import type { Recorder } from '#local/counterparts/organization/world.ts';
import {
  organizationAggregator,
  type WorldResource,
} from '#local/counterparts/organization/world-resources.ts';
import { aResource } from './a-resource.ts';
import { HOME, HUB, MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

const IDS = 'SELECT resourceId';

let served: ServedWorld;
let client: ConfigServiceClient;
beforeEach(async () => {
  served = await servedWorld();
  client = served.clientOf(ConfigServiceClient, { account: MEMBER });
});
afterEach(() => served.close());

const given = (...resources: WorldResource[]) => {
  served.world.resources = resources;
};
const record = (recorder: Recorder) => {
  const account = served.world.accounts.find(({ id }) => id === MEMBER);
  if (account) account.recorders[HOME] = recorder;
};
const select = (Expression: string, more: Omit<SelectResourceConfigCommandInput, 'Expression'> = {}) =>
  client.send(new SelectResourceConfigCommand({ Expression, ...more }));
const rows = async (expression: string, of = client) => {
  const { Results = [] } = await of.send(new SelectResourceConfigCommand({ Expression: expression }));
  return Results.map((row) => JSON.parse(row) as Record<string, unknown>);
};
const names = async () => (await rows('SELECT resourceName')).map(({ resourceName }) => resourceName);

describe('a row', () => {
  test('has the selected fields only, and tags as a list', async () => {
    given(
      aResource('data', { tags: { Owner: 'a' }, configuration: { state: { value: 'in-use' }, size: 8 } }),
    );
    const { Results, QueryInfo } = await select(
      'SELECT accountId, awsRegion, resourceName, resourceCreationTime, tags, configuration.state.value',
    );
    expect(Results?.map((row) => JSON.parse(row) as unknown)).toEqual([
      {
        accountId: MEMBER,
        awsRegion: HOME,
        resourceName: 'data',
        resourceCreationTime: '2026-11-02T10:00:00.000Z',
        tags: [{ key: 'Owner', value: 'a', tag: 'Owner=a' }],
        configuration: { state: { value: 'in-use' } },
      },
    ]);
    expect(QueryInfo?.SelectFields?.map(({ Name }) => Name)).toContain('configuration.state.value');
  });

  test('leaves out what the resource does not have', async () => {
    given(aResource('data', { createdAt: undefined }));
    expect(await rows('SELECT resourceCreationTime, configuration.isDefault, tags')).toEqual([{ tags: [] }]);
  });

  test('of a global resource says so, and has the ids that AWS Config writes', async () => {
    const balancer = aResource('web', { type: 'AWS::ElasticLoadBalancingV2::LoadBalancer' });
    given(aResource('role', { type: 'AWS::IAM::Role', isGlobal: true }), balancer);
    expect(await rows('SELECT awsRegion, resourceId')).toEqual([
      { awsRegion: 'global', resourceId: expect.stringMatching(/^AROA/) as string },
      { awsRegion: HOME, resourceId: balancer.arn },
    ]);
  });
});

describe('visible is', () => {
  test('what is in the account and Region of the caller', async () => {
    given(
      aResource('mine'),
      aResource('theirs', { account: HUB }),
      aResource('far', { region: 'eu-west-1' }),
    );
    expect(await names()).toEqual(['mine']);
  });

  test.each<[string, Recorder, string[]]>([
    ['all', 'recording', ['volume', 'bucket']],
    ['all that was seen, of a stopped recorder', 'stopped', ['volume', 'bucket']],
    ['nothing, without a recorder', 'none', []],
    ['nothing, of a service-linked recorder', 'internal', []],
    ['the types that it covers', { only: ['AWS::S3::Bucket'] }, ['bucket']],
    ['all but the types that it leaves out', { except: ['AWS::S3::Bucket'] }, ['volume']],
  ])('%s', async (_, recorder, expected) => {
    given(aResource('volume'), aResource('bucket', { type: 'AWS::S3::Bucket' }));
    record(recorder);
    expect(await names()).toEqual(expected);
  });

  test('what IAM has, wherever it is recorded, and other global resources in their own Region alone', async () => {
    const abroad = { region: 'us-east-1', isGlobal: true };
    given(
      aResource('role', { ...abroad, type: 'AWS::IAM::Role' }),
      aResource('site', { ...abroad, type: 'AWS::CloudFront::Distribution' }),
    );
    expect(await names()).toEqual(['role']);
  });

  test('nothing that is deleted or not recorded', async () => {
    given(aResource('gone'), aResource('unrecorded', { isUnrecorded: true }), aResource('there'));
    const [gone] = served.world.resources;
    if (gone) deleteResource(served.world, gone, served.clock.now());
    expect(await names()).toEqual(['there']);
  });

  test('what a recorder saw before it stopped', async () => {
    const [tagged, gone] = [aResource('tagged'), aResource('gone')];
    given(tagged, gone);
    record('stopped');
    tagResource(served.world, tagged, { Owner: 'a' }, served.clock.now());
    deleteResource(served.world, gone, served.clock.now());
    expect(await rows('SELECT tags')).toEqual([{ tags: [] }, { tags: [] }]);
  });

  test('no tag of a type whose tags are not recorded', async () => {
    given(
      aResource('lag', { type: 'AWS::CloudWatch::Alarm', tags: { Owner: 'a' }, hasUnrecordedTags: true }),
    );
    expect(await rows('SELECT tags')).toEqual([{ tags: [] }]);
  });
});

describe('pages', () => {
  const results = async (more: Omit<SelectResourceConfigCommandInput, 'Expression'>) =>
    (await select(IDS, more)).Results?.length;

  beforeEach(() => given(...Array.from({ length: 120 }, (_, index) => aResource(`n${index}`))));

  test('have 25 rows unless said otherwise, 100 at most', async () => {
    expect(await results({})).toBe(25);
    expect(await results({ Limit: 0 })).toBe(25);
    expect(await results({ Limit: 100 })).toBe(100);
    await expect(results({ Limit: 101 })).rejects.toBeInstanceOf(InvalidLimitException);
    await expect(results({ Limit: -1 })).rejects.toBeInstanceOf(InvalidLimitException);
  });

  test('have no token when nothing is left', async () => {
    given(...Array.from({ length: 25 }, (_, index) => aResource(`n${index}`)));
    expect((await select(IDS)).NextToken).toBeUndefined();
  });

  test('begin only by a token of the same expression and caller', async () => {
    const { NextToken } = await select(IDS);
    expect(await results({ NextToken })).toBe(25);
    const badToken = { name: 'InvalidNextTokenException' };
    await expect(select('SELECT arn', { NextToken })).rejects.toBeInstanceOf(InvalidNextTokenException);
    await expect(select(IDS, { NextToken: 'mine' })).rejects.toMatchObject(badToken);
    const other = served.clientOf(ConfigServiceClient);
    const command = new SelectResourceConfigCommand({ Expression: IDS, NextToken });
    await expect(other.send(command)).rejects.toMatchObject(badToken);
  });
});

describe('an aggregator', () => {
  const AGGREGATOR = { ConfigurationAggregatorName: 'all' };

  async function collected(place: { account?: string; region?: string } = {}) {
    const of = served.clientOf(ConfigServiceClient, place);
    const found: unknown[] = [];
    const query = { ...AGGREGATOR, Expression: 'SELECT resourceName', Limit: 2 };
    for await (const page of paginateSelectAggregateResourceConfig({ client: of }, query))
      for (const row of page.Results ?? [])
        found.push((JSON.parse(row) as Record<string, unknown>)['resourceName']);
    return found;
  }

  beforeEach(() => {
    given(
      ...['a', 'b', 'c'].map((name) => aResource(name)),
      aResource('d', { account: HUB, region: 'eu-west-1' }),
      aResource('outsider', { account: '123412341234' }),
    );
  });

  test('has what all accounts and Regions recorded, in pages', async () => {
    served.world.aggregators = [organizationAggregator(served.world, 'all')];
    expect(await collected()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('may have only some accounts or Regions as sources', async () => {
    const all = organizationAggregator(served.world, 'all');
    served.world.aggregators = [{ ...all, accounts: [HUB] }];
    expect(await collected()).toEqual(['d']);
    served.world.aggregators = [{ ...all, regions: [HOME] }];
    expect(await collected()).toEqual(['a', 'b', 'c']);
  });

  test('is known in its own account and Region only', async () => {
    await expect(collected()).rejects.toBeInstanceOf(NoSuchConfigurationAggregatorException);
    served.world.aggregators = [organizationAggregator(served.world, 'all')];
    await expect(collected({ account: MEMBER })).rejects.toBeInstanceOf(
      NoSuchConfigurationAggregatorException,
    );
    await expect(collected({ region: 'eu-west-1' })).rejects.toBeInstanceOf(
      NoSuchConfigurationAggregatorException,
    );
  });

  test('throttles as AWS does', async () => {
    served.world.aggregators = [organizationAggregator(served.world, 'all')];
    served.faults.throttle('config:SelectAggregateResourceConfig', { times: 1 });
    const command = new SelectAggregateResourceConfigCommand({ ...AGGREGATOR, Expression: IDS });
    const of = served.clientOf(ConfigServiceClient);
    await expect(of.send(command)).rejects.toMatchObject({ name: 'ThrottlingException' });
    await expect(of.send(command)).resolves.toMatchObject({ Results: { length: 4 } });
  });
});

describe('refused is', () => {
  test.each([
    'SELECT DISTINCT resourceType',
    'SELECT resourceType AS type',
    'SELECT arn WHERE tags = NULL',
    "SELECT arn WHERE resourceType = 'a' HAVING arn = 'b'",
    "SELECT arn JOIN x WHERE resourceType = 'a'",
    'SELECT arn FROM resources',
    'SELECT',
    'SELECT arn,',
    'SELECT nonsense',
    'SELECT configuration.operator.managed',
    'SELECT configuration.owningService',
    "SELECT arn WHERE resourceType = 'a",
    "SELECT arn WHERE (resourceType = 'a'",
    'SELECT arn WHERE resourceType IN ()',
    "SELECT arn WHERE resourceType = 'a' AND",
    'SELECT arn WHERE resourceType = unquoted',
    "SELECT arn WHERE resourceType = 'a' 'b'",
    "SELECT arn WHERE resourceId = 'it''s'",
    'DELETE arn',
    `SELECT arn WHERE resourceId = '${'a'.repeat(4096)}'`,
  ])('%s', async (expression) => {
    await expect(select(expression)).rejects.toBeInstanceOf(InvalidExpressionException);
  });

  test.each(['SELECT *', "SELECT arn WHERE resourceType LIKE 'AWS::EC2::%'", 'SELECT COUNT(*)'])(
    'as not emulated: %s',
    async (expression) => {
      await expect(select(expression)).rejects.toMatchObject({ name: 'UnsupportedFeatureException' });
    },
  );

  test('an empty expression', async () => {
    await expect(select('')).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
