import { Clock } from '#local/clock.ts';
import { type AwsBackend, type AwsCall, awsJsonBackend } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { tagResource, untagResource } from './change-resources.ts';
import { openToken, sealToken } from './paging.ts';
import { hasWantedTags, isOfTypes } from './tagging-filter.ts';
import {
  arnsToChange,
  arnsToGet,
  expiredToken,
  keysToRemove,
  pageSizeIn,
  refuseUnknown,
  tagsToPut,
} from './tagging-rules.ts';
import type { TagFailure, WorldResource } from './world-resources.ts';

export type TaggingOptions = Organization & { clock?: Clock };

type Input = Record<string, unknown>;
type Place = { from: number; at: number };

const TOKEN_MILLISECONDS = 15 * 60_000;
const MOST_TAGS = 50;

/**
 * The Resource Groups Tagging API, of the caller's account and Region.
 * https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
 */
export function taggingBackend({ clock = new Clock(), ...organization }: TaggingOptions): AwsBackend {
  const { world, identities } = organization;
  const isHere = ({ accessKeyId, region }: AwsCall) => {
    const { accountId } = identities.find(accessKeyId);
    return (one: WorldResource) =>
      one.account === accountId && one.region === region && one.deletedAt === undefined;
  };

  const pageFrom = (input: Input, call: AwsCall) => {
    const { PaginationToken, ...rest } = input;
    const { accountId } = identities.find(call.accessKeyId);
    const list = JSON.stringify([accountId, call.region, rest]);
    const isFollowing = typeof PaginationToken === 'string' && PaginationToken !== '';
    const place = isFollowing
      ? openToken<Place>(PaginationToken, list, 'InvalidParameterException')
      : { from: 0, at: clock.now() };
    if (clock.now() - place.at > TOKEN_MILLISECONDS) throw expiredToken();
    const tokenTo = (from: number) => sealToken({ from, at: clock.now() }, list);
    return { from: place.from, tokenTo };
  };

  /** Does it to one after another; what fails is told, the rest is done. */
  const change = (
    input: Input,
    call: AwsCall,
    apply: (resource: WorldResource) => TagFailure | undefined,
  ) => {
    const here = new Map(world.resources.filter(isHere(call)).map((one) => [one.arn, one]));
    const failures = arnsToChange(input).flatMap((arn) => {
      const resource = here.get(arn);
      const failure = world.tagFailures?.[arn] ?? (resource ? apply(resource) : NOT_THERE);
      return failure ? [[arn, toFailure(failure)] as const] : [];
    });
    return { FailedResourcesMap: Object.fromEntries(failures) };
  };

  return awsJsonBackend({
    GetResources: (input, call) => {
      refuseUnknown(input);
      const known = isHere(call);
      const arns = arnsToGet(input);
      if (arns) {
        const named = world.resources.filter((one) => arns.includes(one.arn) && known(one) && isShown(one));
        return { PaginationToken: '', ResourceTagMappingList: named.map(toMapping) };
      }
      const [hasTags, isOfType, size] = [hasWantedTags(input), isOfTypes(input), pageSizeIn(input)];
      const { from, tokenTo } = pageFrom(input, call);
      const page: WorldResource[] = [];
      for (let at = from; at < world.resources.length; at += 1) {
        const one = world.resources[at];
        if (!one || !known(one) || !isShown(one) || !isOfType(one) || !hasTags(one)) continue;
        if (page.length === size)
          return { PaginationToken: tokenTo(at), ResourceTagMappingList: page.map(toMapping) };
        page.push(one);
      }
      return { PaginationToken: '', ResourceTagMappingList: page.map(toMapping) };
    },
    TagResources: (input, call) => {
      const tags = tagsToPut(input);
      return change(input, call, (resource) => {
        if (Object.keys({ ...resource.tags, ...tags }).length > MOST_TAGS) return TOO_MANY_TAGS;
        tagResource(world, resource, tags, clock.now());
        return undefined;
      });
    },
    UntagResources: (input, call) => {
      const keys = keysToRemove(input);
      return change(input, call, (resource) => {
        untagResource(world, resource, keys, clock.now());
        return undefined;
      });
    },
  });
}

const NOT_THERE: TagFailure = {
  statusCode: 400,
  errorCode: 'InvalidParameterException',
  errorMessage: 'The resource does not exist in this account and Region.',
};
const TOO_MANY_TAGS: TagFailure = {
  statusCode: 400,
  errorCode: 'TooManyTagsException',
  errorMessage: `A resource has at most ${MOST_TAGS} tags.`,
};

/** What has never had a tag is not known here, nor is anything of IAM. */
function isShown({ type, tags, wasTagged }: WorldResource): boolean {
  return !type.startsWith('AWS::IAM::') && (wasTagged === true || Object.keys(tags).length > 0);
}

const toMapping = ({ arn, tags }: WorldResource) => ({
  ResourceARN: arn,
  Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
});

const toFailure = ({ statusCode, errorCode, errorMessage }: TagFailure) => ({
  StatusCode: statusCode,
  ErrorCode: errorCode,
  ErrorMessage: errorMessage,
});
