import { type AwsCall, AwsError } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { pageLimit } from './config-limits.ts';
import { pageOf } from './paging.ts';
import { uuidOf } from './stack-id.ts';
import type { WorldAggregator, WorldResource } from './world-resources.ts';

type Input = Record<string, unknown>;

const PAGING = { pageSize: 100, emptyPages: false, badToken: 'InvalidNextTokenException' };
const STATUSES = ['SUCCEEDED', 'FAILED', 'OUTDATED'];

/** What one can learn of the aggregators of the caller's account and Region. */
export function configAggregators(organization: Organization) {
  return {
    DescribeConfigurationAggregators: (input: Input, call: AwsCall) => {
      const { ConfigurationAggregatorNames: names } = input;
      const own = aggregatorsOf(organization, call);
      const asked = Array.isArray(names) && names.length > 0 ? names.map((name) => named(own, name)) : own;
      const { page, NextToken } = pageOf(
        asked,
        { ...input, MaxResults: pageLimit(input, 'Limit') },
        call,
        PAGING,
      );
      return { ConfigurationAggregators: page.map(toAggregator), NextToken };
    },
    DescribeConfigurationAggregatorSourcesStatus: (input: Input, call: AwsCall) => {
      const { UpdateStatus } = input;
      const wanted: unknown[] | undefined = Array.isArray(UpdateStatus) ? UpdateStatus : undefined;
      if (wanted?.some((status) => !STATUSES.includes(String(status))))
        throw new AwsError(
          'InvalidParameterValueException',
          `UpdateStatus must be of ${STATUSES.join(', ')}`,
        );
      const aggregator = existingAggregator(organization, input, call);
      const all = sourcesOf(organization, aggregator).filter(
        ({ LastUpdateStatus }) => wanted?.includes(LastUpdateStatus) ?? true,
      );
      const { page, NextToken } = pageOf(
        all,
        { ...input, MaxResults: pageLimit(input, 'Limit') },
        call,
        PAGING,
      );
      return { AggregatedSourceStatusList: page, NextToken };
    },
  };
}

/** The aggregator that a call names, of the caller's own account and Region. */
export function existingAggregator(
  organization: Organization,
  { ConfigurationAggregatorName: name }: Input,
  call: AwsCall,
): WorldAggregator {
  return named(aggregatorsOf(organization, call), name);
}

/** Whether an aggregator collects what is in an account and Region. */
export function isSource(
  { accounts, regions }: WorldAggregator,
  { account, region }: Pick<WorldResource, 'account' | 'region'>,
): boolean {
  return (accounts?.includes(account) ?? true) && (regions?.includes(region) ?? true);
}

function aggregatorsOf({ world, identities }: Organization, call: AwsCall): WorldAggregator[] {
  const { accountId } = identities.find(call.accessKeyId);
  return world.aggregators.filter(({ account, region }) => account === accountId && region === call.region);
}

function named(aggregators: WorldAggregator[], name: unknown): WorldAggregator {
  if (typeof name !== 'string' || !/^[\w-]{1,256}$/.test(name))
    throw new AwsError('ValidationException', 'ConfigurationAggregatorName must satisfy [\\w\\-]+');
  const found = aggregators.find((aggregator) => aggregator.name === name);
  if (found) return found;
  const message =
    'The configuration aggregator does not exist. Check the configuration aggregator name and try again.';
  throw new AwsError('NoSuchConfigurationAggregatorException', message);
}

/**
 * A source is an account and Region that has let itself be collected, be there a recorder or not: success does
 * not say that there is anything to collect.
 */
function sourcesOf({ world }: Organization, { accounts, regions, sources = {}, createdAt }: WorldAggregator) {
  return world.accounts
    .filter(({ id }) => accounts?.includes(id) ?? true)
    .flatMap(({ id, recorders }) =>
      Object.keys(recorders)
        .filter((region) => regions?.includes(region) ?? true)
        .map((region) => {
          const { status = 'SUCCEEDED', errorCode, errorMessage } = sources[`${id}/${region}`] ?? {};
          return {
            SourceId: id,
            SourceType: 'ACCOUNT',
            AwsRegion: region,
            LastUpdateStatus: status,
            LastUpdateTime: createdAt / 1000,
            LastErrorCode: errorCode,
            LastErrorMessage: errorMessage,
          };
        }),
    );
}

/** An aggregator's ARN ends in letters of its own. */
export function aggregatorArn({
  account,
  region,
  name,
}: Pick<WorldAggregator, 'account' | 'region' | 'name'>): string {
  const id = uuidOf(`${account}/${region}/${name}`).slice(0, 8);
  return `arn:aws:config:${region}:${account}:config-aggregator/config-aggregator-${id}`;
}

function toAggregator({ account, region, name, accounts, regions, createdAt }: WorldAggregator) {
  const scope = regions ? { AwsRegions: regions } : { AllAwsRegions: true };
  return {
    ConfigurationAggregatorName: name,
    ConfigurationAggregatorArn: aggregatorArn({ account, region, name }),
    ...(accounts
      ? { AccountAggregationSources: [{ AccountIds: accounts, ...scope }] }
      : {
          OrganizationAggregationSource: {
            RoleArn: `arn:aws:iam::${account}:role/aggregator`,
            ...scope,
          },
        }),
    CreationTime: createdAt / 1000,
    LastUpdatedTime: createdAt / 1000,
  };
}
