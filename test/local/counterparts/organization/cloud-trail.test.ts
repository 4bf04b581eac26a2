import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  InvalidTrailNameException,
  TrailNotFoundException,
} from '@aws-sdk/client-cloudtrail';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MANAGEMENT, MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

const GLOBAL = { account: MANAGEMENT, region: 'us-east-1' };
const ARN = `arn:aws:cloudtrail:us-east-1:${MANAGEMENT}:trail/everything`;

let served: ServedWorld;
beforeEach(async () => {
  served = await servedWorld();
  served.world.trails = [
    { name: 'everything', isLogging: true, isMultiRegion: true, isOrganization: true },
    { name: 'ours', isLogging: false, isMultiRegion: true, isOrganization: false, readWriteType: 'ReadOnly' },
    {
      name: 'ireland',
      isLogging: true,
      isMultiRegion: false,
      isOrganization: false,
      homeRegion: 'eu-west-1',
    },
  ];
});
afterEach(() => served.close());

type Place = { account?: string; region?: string };
const of = (place: Place) => served.clientOf(CloudTrailClient, place);
const trails = async (place: Place, input: DescribeTrailsCommand['input'] = {}) =>
  (await of(place).send(new DescribeTrailsCommand(input))).trailList ?? [];
const names = async (...of: Parameters<typeof trails>) => (await trails(...of)).map(({ Name }) => Name);
const status = (Name: string, place: Place) => of(place).send(new GetTrailStatusCommand({ Name }));

describe('DescribeTrails', () => {
  test('A trail is told with its kind and home', async () => {
    expect(await trails(GLOBAL)).toMatchObject([
      { Name: 'everything', TrailARN: ARN, HomeRegion: 'us-east-1', IsOrganizationTrail: true },
      { Name: 'ours', IsMultiRegionTrail: true, IsOrganizationTrail: false, HasCustomEventSelectors: true },
    ]);
  });

  test('Other Regions and members see shadows, unless they do not want to', async () => {
    const ireland = { account: MANAGEMENT, region: 'eu-west-1' };
    expect(await names(ireland)).toEqual(['everything', 'ours', 'ireland']);
    expect(await names(ireland, { includeShadowTrails: false })).toEqual(['ireland']);
    expect(await names({ account: MEMBER, region: 'us-east-1' })).toEqual(['everything']);
    expect(await names({ account: MEMBER, region: 'us-east-1' }, { includeShadowTrails: false })).toEqual([]);
  });

  test('By name a trail is found at home, by ARN wherever it is seen', async () => {
    const elsewhere = { account: MANAGEMENT, region: 'eu-north-1' };
    expect(await names(GLOBAL, { trailNameList: ['everything', 'nobody'] })).toEqual(['everything']);
    expect(await names(elsewhere, { trailNameList: ['everything'] })).toEqual([]);
    expect(await names(elsewhere, { trailNameList: [ARN] })).toEqual(['everything']);
  });
});

describe('GetTrailStatus', () => {
  test('A trail that was stopped says so', async () => {
    expect(await status('everything', GLOBAL)).toMatchObject({ IsLogging: true });
    expect(await status('ours', GLOBAL)).toMatchObject({ IsLogging: false });
  });

  test('A shadow is asked for by ARN', async () => {
    const member = { account: MEMBER, region: 'us-east-1' };
    expect(await status(ARN, member)).toMatchObject({ IsLogging: true });
    await expect(status('everything', member)).rejects.toBeInstanceOf(TrailNotFoundException);
    await expect(status(ARN.replace('everything', 'ours'), member)).rejects.toBeInstanceOf(
      TrailNotFoundException,
    );
  });

  test.each(['ab', 'two..dots', '-dash', 'arn:aws:s3:::trail/x'])(
    '"%s" is no name of a trail',
    async (name) => {
      await expect(status(name, GLOBAL)).rejects.toBeInstanceOf(InvalidTrailNameException);
    },
  );
});

test('Which events a trail records is told', async () => {
  const selectors = async (TrailName: string) =>
    (await of(GLOBAL).send(new GetEventSelectorsCommand({ TrailName }))).EventSelectors;
  expect(await selectors('everything')).toMatchObject([
    { ReadWriteType: 'All', IncludeManagementEvents: true },
  ]);
  expect(await selectors('ours')).toMatchObject([{ ReadWriteType: 'ReadOnly' }]);
});
