import {
  ConfigServiceClient,
  DescribeConfigurationAggregatorSourcesStatusCommand,
  type DescribeConfigurationAggregatorSourcesStatusCommandInput,
  DescribeConfigurationAggregatorsCommand,
  DescribeConfigurationRecordersCommand,
  NoSuchConfigurationAggregatorException,
  paginateDescribeConfigurationAggregatorSourcesStatus,
} from '@aws-sdk/client-config-service';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { organizationAggregator } from '#local/counterparts/organization/world-resources.ts';
import { HOME, HUB, MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

let served: ServedWorld;
let client: ConfigServiceClient;
beforeEach(async () => {
  served = await servedWorld();
  client = served.clientOf(ConfigServiceClient);
  served.world.aggregators = [
    organizationAggregator(served.world, 'all', Date.parse('2026-11-01T00:00:00Z')),
  ];
});
afterEach(() => served.close());

const sources = async (input: Partial<DescribeConfigurationAggregatorSourcesStatusCommandInput> = {}) =>
  (
    await client.send(
      new DescribeConfigurationAggregatorSourcesStatusCommand({
        ConfigurationAggregatorName: 'all',
        ...input,
      }),
    )
  ).AggregatedSourceStatusList ?? [];

test('An aggregator is told with its sources', async () => {
  const [all] = served.world.aggregators;
  if (all) served.world.aggregators.push({ ...all, name: 'two', accounts: [MEMBER], regions: [HOME] });
  const { ConfigurationAggregators } = await client.send(new DescribeConfigurationAggregatorsCommand({}));
  expect(ConfigurationAggregators).toMatchObject([
    { ConfigurationAggregatorName: 'all', OrganizationAggregationSource: { AllAwsRegions: true } },
    { AccountAggregationSources: [{ AccountIds: [MEMBER], AwsRegions: [HOME] }] },
  ]);
  expect(ConfigurationAggregators?.[0]?.ConfigurationAggregatorArn).toMatch(
    new RegExp(`^arn:aws:config:${HOME}:${HUB}:config-aggregator/config-aggregator-[0-9a-f]{8}$`),
  );
});

test('One that is named and not there is refused, also to another account', async () => {
  const ask = (name: string, of = client) =>
    of.send(new DescribeConfigurationAggregatorsCommand({ ConfigurationAggregatorNames: [name] }));
  await expect(ask('all')).resolves.toMatchObject({ ConfigurationAggregators: { length: 1 } });
  const refusal = NoSuchConfigurationAggregatorException;
  await expect(ask('other')).rejects.toBeInstanceOf(refusal);
  await expect(ask('all', served.clientOf(ConfigServiceClient, { account: MEMBER }))).rejects.toBeInstanceOf(
    refusal,
  );
  await expect(sources({ ConfigurationAggregatorName: 'other' })).rejects.toBeInstanceOf(refusal);
});

test('Each account and Region is a source, with or without a recorder', async () => {
  const [first] = served.world.accounts;
  if (first) first.recorders[HOME] = 'none';
  const all = await sources();
  const expected = served.world.accounts.flatMap(({ id, recorders }) =>
    Object.keys(recorders).map((region) => `${id}/${region}`),
  );
  expect(all.map(({ SourceId, AwsRegion }) => `${SourceId}/${AwsRegion}`)).toEqual(expected);
  expect(new Set(all.map(({ LastUpdateStatus }) => LastUpdateStatus))).toEqual(new Set(['SUCCEEDED']));
});

test('A source that failed or is outdated says so, and can be asked for', async () => {
  const [all] = served.world.aggregators;
  if (all)
    all.sources = {
      [`${MEMBER}/${HOME}`]: {
        status: 'FAILED',
        errorCode: 'AccessDenied',
        errorMessage: 'No authorization',
      },
      [`${HUB}/${HOME}`]: { status: 'OUTDATED' },
    };
  expect(await sources({ UpdateStatus: ['FAILED'] })).toMatchObject([
    {
      SourceId: MEMBER,
      AwsRegion: HOME,
      LastErrorCode: 'AccessDenied',
      LastErrorMessage: 'No authorization',
    },
  ]);
  expect(await sources({ UpdateStatus: ['FAILED', 'OUTDATED'] })).toHaveLength(2);
});

test('Sources come in pages', async () => {
  const all = await sources();
  const pages: number[] = [];
  for await (const page of paginateDescribeConfigurationAggregatorSourcesStatus(
    { client },
    { ConfigurationAggregatorName: 'all', Limit: 10 },
  ))
    pages.push(page.AggregatedSourceStatusList?.length ?? 0);
  expect(pages.reduce((sum, length) => sum + length)).toBe(all.length);
  expect(pages[0]).toBe(10);
  await expect(sources({ Limit: 101 })).rejects.toMatchObject({ name: 'InvalidLimitException' });
  await expect(sources({ NextToken: 'mine' })).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
});

test('A recorder of some types tells which', async () => {
  const account = served.world.accounts.find(({ id }) => id === MEMBER);
  const ask = async () =>
    (
      await served
        .clientOf(ConfigServiceClient, { account: MEMBER })
        .send(new DescribeConfigurationRecordersCommand({}))
    ).ConfigurationRecorders?.[0]?.recordingGroup;
  if (account) account.recorders[HOME] = { only: ['AWS::S3::Bucket'] };
  expect(await ask()).toMatchObject({
    allSupported: false,
    resourceTypes: ['AWS::S3::Bucket'],
    recordingStrategy: { useOnly: 'INCLUSION_BY_RESOURCE_TYPES' },
  });
  if (account) account.recorders[HOME] = { except: ['AWS::S3::Bucket'] };
  expect(await ask()).toMatchObject({
    allSupported: false,
    exclusionByResourceTypes: { resourceTypes: ['AWS::S3::Bucket'] },
    recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
  });
});
