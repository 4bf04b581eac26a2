import {
  GetResourcesCommand,
  type GetResourcesCommandInput,
  InvalidParameterException,
  PaginationTokenExpiredException,
  paginateGetResources,
  ResourceGroupsTaggingAPIClient,
  TagResourcesCommand,
  ThrottledException,
  UntagResourcesCommand,
} from '@aws-sdk/client-resource-groups-tagging-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deleteResource } from '#local/counterparts/organization/change-resources.ts';
import type { WorldResource } from '#local/counterparts/organization/world-resources.ts';
import { aResource } from './a-resource.ts';
import { HUB, MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

const TAGGED = { tags: { Owner: 'a' } };

let served: ServedWorld;
let client: ResourceGroupsTaggingAPIClient;
beforeEach(async () => {
  served = await servedWorld();
  client = served.clientOf(ResourceGroupsTaggingAPIClient, { account: MEMBER });
});
afterEach(() => served.close());

const given = (...resources: WorldResource[]) => {
  served.world.resources = resources;
  return resources.map(({ arn }) => arn);
};
const get = async (input: GetResourcesCommandInput = {}) =>
  (await client.send(new GetResourcesCommand(input))).ResourceTagMappingList ?? [];
const arns = async (input: GetResourcesCommandInput = {}) =>
  (await get(input)).map(({ ResourceARN }) => ResourceARN);
const put = (ResourceARNList: string[], Tags: Record<string, string> = { Owner: 'b' }) =>
  client.send(new TagResourcesCommand({ ResourceARNList, Tags }));
const remove = (ResourceARNList: string[], TagKeys: string[]) =>
  client.send(new UntagResourcesCommand({ ResourceARNList, TagKeys }));

describe('GetResources shows', () => {
  test('what has tags or once had some, and neither what never had nor anything of IAM', async () => {
    const [tagged, once] = given(
      aResource('tagged', TAGGED),
      aResource('once', { wasTagged: true }),
      aResource('never'),
      aResource('role', { type: 'AWS::IAM::Role', ...TAGGED }),
    );
    expect(await get()).toEqual([
      { ResourceARN: tagged, Tags: [{ Key: 'Owner', Value: 'a' }] },
      { ResourceARN: once, Tags: [] },
    ]);
  });

  test('the account and Region of the caller only, without what is deleted', async () => {
    const [mine] = given(
      aResource('mine', TAGGED),
      aResource('theirs', { account: HUB, ...TAGGED }),
      aResource('far', { region: 'eu-west-1', ...TAGGED }),
      aResource('gone', TAGGED),
    );
    const gone = served.world.resources[3];
    if (gone) deleteResource(served.world, gone, served.clock.now());
    expect(await arns()).toEqual([mine]);
  });

  test('tags that AWS Config does not record', async () => {
    const [alarm] = given(
      aResource('lag', { type: 'AWS::CloudWatch::Alarm', hasUnrecordedTags: true, ...TAGGED }),
    );
    expect(await arns({ ResourceARNList: [alarm ?? ''] })).toEqual([alarm]);
  });

  test('of ARNs those that it knows', async () => {
    const [tagged = '', never = ''] = given(aResource('tagged', TAGGED), aResource('never'));
    expect(await arns({ ResourceARNList: [tagged, never, 'arn:aws:sqs:eu-central-1:1:x'] })).toEqual([
      tagged,
    ]);
  });

  test('what has all tags that are asked for, with any of their values', async () => {
    const [a, b] = given(
      aResource('a', { tags: { Owner: 'a', Stage: 'prod' } }),
      aResource('b', { tags: { Owner: 'b', Stage: 'prod' } }),
      aResource('c', { tags: { Owner: 'a' } }),
    );
    const stage = { Key: 'Stage' };
    expect(await arns({ TagFilters: [stage] })).toEqual([a, b]);
    expect(await arns({ TagFilters: [stage, { Key: 'Owner', Values: ['a', 'x'] }] })).toEqual([a]);
    expect(await arns({ TagFilters: [{ Key: 'stage' }] })).toEqual([]);
  });

  test('the types that are asked for', async () => {
    const [volume, bucket, topic] = given(
      aResource('volume', TAGGED),
      aResource('bucket', { type: 'AWS::S3::Bucket', ...TAGGED }),
      aResource('topic', { type: 'AWS::SNS::Topic', ...TAGGED }),
    );
    expect(await arns({ ResourceTypeFilters: ['ec2', 's3:bucket'] })).toEqual([volume, bucket]);
    expect(await arns({ ResourceTypeFilters: ['ec2:volume', 'sns'] })).toEqual([volume, topic]);
    expect(await arns({ ResourceTypeFilters: ['ec2:instance'] })).toEqual([]);
  });
});

describe('pages', () => {
  beforeEach(() => {
    given(...Array.from({ length: 120 }, (_, index) => aResource(`n${index}`, TAGGED)));
  });

  test('are read to the end, where the token is empty', async () => {
    const pages: [number, string | undefined][] = [];
    for await (const page of paginateGetResources({ client, pageSize: 60 }, {}))
      pages.push([page.ResourceTagMappingList?.length ?? 0, page.PaginationToken]);
    expect(pages.map(([length]) => length)).toEqual([60, 60]);
    expect(pages[1]?.[1]).toBe('');
    expect(await get()).toHaveLength(50);
  });

  test('begin by a token of the same question, for 15 minutes', async () => {
    const { PaginationToken } = await client.send(new GetResourcesCommand({}));
    expect(await get({ PaginationToken })).toHaveLength(50);
    const other = get({ PaginationToken, TagFilters: [{ Key: 'Owner' }] });
    await expect(other).rejects.toBeInstanceOf(InvalidParameterException);
    served.clock.advance(16 * 60_000);
    await expect(get({ PaginationToken })).rejects.toBeInstanceOf(PaginationTokenExpiredException);
  });
});

test.each<[string, GetResourcesCommandInput]>([
  ['a page of none', { ResourcesPerPage: 0 }],
  ['a page of 101', { ResourcesPerPage: 101 }],
  ['no ARN', { ResourceARNList: [] }],
  ['101 ARNs', { ResourceARNList: Array.from({ length: 101 }, () => 'arn:aws:sns:eu-west-1:1:x') }],
  ['ARNs with a filter', { ResourceARNList: ['arn:aws:s3:::x'], TagFilters: [{ Key: 'a' }] }],
  ['ARNs with types', { ResourceARNList: ['arn:aws:s3:::x'], ResourceTypeFilters: ['s3'] }],
  ['ARNs with a page size', { ResourceARNList: ['arn:aws:s3:::x'], ResourcesPerPage: 5 }],
  ['an ARN of another partition', { ResourceARNList: ['arn:aws-cn:s3:::x'] }],
  ['a filter without a key', { TagFilters: [{ Values: ['a'] }] }],
])('GetResources refuses %s', async (_, input) => {
  await expect(get(input)).rejects.toBeInstanceOf(InvalidParameterException);
});

test('Throttling has a name of its own here', async () => {
  served.faults.throttle('tag:GetResources', { times: 1 });
  await expect(get()).rejects.toBeInstanceOf(ThrottledException);
  await expect(get()).resolves.toBeDefined();
});

describe('TagResources', () => {
  test('tags resources, over what they had', async () => {
    const [arn = ''] = given(aResource('a', { tags: { Owner: 'a', Stage: 'prod' } }));
    expect(await put([arn])).toMatchObject({ FailedResourcesMap: {} });
    expect(served.world.resources[0]?.tags).toEqual({ Owner: 'b', Stage: 'prod' });
  });

  test('does what it can and says what it could not', async () => {
    const [good = '', bad = ''] = given(aResource('good'), aResource('bad'));
    served.world.tagFailures = {
      [bad]: { statusCode: 400, errorCode: 'UnauthorizedOperation', errorMessage: 'No' },
    };
    const { FailedResourcesMap } = await put([good, bad, 'arn:aws:s3:::nobody']);
    expect(FailedResourcesMap).toEqual({
      [bad]: { StatusCode: 400, ErrorCode: 'UnauthorizedOperation', ErrorMessage: 'No' },
      'arn:aws:s3:::nobody': expect.objectContaining({ ErrorCode: 'InvalidParameterException' }) as unknown,
    });
    expect(served.world.resources.map(({ tags }) => tags)).toEqual([{ Owner: 'b' }, {}]);
  });

  test.each<[string, string[], Record<string, string>]>([
    ['21 ARNs', Array.from({ length: 21 }, (_, index) => `arn:aws:s3:::b${index}`), { a: 'b' }],
    ['no ARN', [], { a: 'b' }],
    ['no tag', ['arn:aws:s3:::b'], {}],
    ['51 tags', ['arn:aws:s3:::b'], Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, 'v']))],
    ['keys of AWS', ['arn:aws:s3:::b'], { 'aws:x': 'y' }],
    ['a key of 129 letters', ['arn:aws:s3:::b'], { ['k'.repeat(129)]: 'y' }],
    ['a value of 257 letters', ['arn:aws:s3:::b'], { k: 'v'.repeat(257) }],
  ])('refuses %s', async (_, list, tags) => {
    await expect(put(list, tags)).rejects.toBeInstanceOf(InvalidParameterException);
  });

  test('does not put more than 50 tags on one resource', async () => {
    const full = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`k${index}`, 'v']));
    const [arn = ''] = given(aResource('a', { tags: full }));
    expect((await put([arn])).FailedResourcesMap?.[arn]?.ErrorCode).toBe('TooManyTagsException');
    expect((await put([arn], { k0: 'w' })).FailedResourcesMap).toEqual({});
  });
});

test('What is untagged stays known, with no tags', async () => {
  const [arn = ''] = given(aResource('a', TAGGED));
  expect(await remove([arn], ['Owner', 'other'])).toMatchObject({ FailedResourcesMap: {} });
  expect(await get()).toEqual([{ ResourceARN: arn, Tags: [] }]);
  await expect(remove([arn], [])).rejects.toBeInstanceOf(InvalidParameterException);
});
