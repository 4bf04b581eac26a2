import {
  type AggregatedSourceStatus,
  ConfigServiceClient,
  DescribeConfigurationAggregatorsCommand,
  NoSuchConfigurationAggregatorException,
  paginateDescribeConfigurationAggregatorSourcesStatus,
} from '@aws-sdk/client-config-service';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Context } from '#bin/commands/doctor/context.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { CONFIG } from '#bin/commands/doctor/service-principals.ts';
import { trustCommand } from '#bin/commands/doctor/trust-command.ts';
import { unlessHubDeployed } from '#bin/commands/doctor/unless-hub-deployed.ts';
import { tagAggregatorName } from '#lib/tags/tag-aggregator-name.ts';

type Source = Pick<AggregatedSourceStatus, 'SourceId' | 'AwsRegion' | 'LastErrorCode'>;

/** What AWS Config knows of all accounts comes together where tags are counted. */
export const tagAggregator: Check = {
  name: 'tag-aggregator',
  area: 'Organization',
  about: 'The aggregator of AWS Config that tags are counted by collects from everybody',
  asks: 'the hub account',
  actions: [
    'config:DescribeConfigurationAggregators',
    'config:DescribeConfigurationAggregatorSourcesStatus',
    'organizations:ListAWSServiceAccessForOrganization',
    'cloudformation:DescribeStacks',
  ],
  skip: (context) => {
    const { tags } = context.settings;
    if (!tags) return 'There are no tags in reeve.config.ts';
    return tags.coverage ? unlessHubDeployed(context) : 'tags.coverage is off in reeve.config.ts';
  },
  async run(context) {
    const { client, settings, stack, homeRegion } = context;
    const name = tagAggregatorName(settings.tags?.aggregator, stack);
    const config = await client(ConfigServiceClient, 'hub');
    if (!(await isThere(config, name)))
      return [noAggregator(name, settings.tags?.aggregator === undefined ? stack : undefined)];
    const failed = await askFailedSources(config, name);
    return [...judgeTrust(await isTrusted(context), homeRegion), ...judgeSources(name, failed, homeRegion)];
  },
};

/** `stack`: the one that makes it; undefined where the settings name it. */
export function noAggregator(name: string, stack: string | undefined): Observed {
  const mend = stack
    ? // A plain deployment of the same template makes nothing of what somebody deleted.
      `npx cdk deploy ${stack} --revert-drift`
    : 'Write the name of one of the hub account, in the home Region, as tags.aggregator, or take the field out';
  return { verdict: 'failed', text: `There is no aggregator ${name}: no tags are counted`, mend };
}

/** A source without an account is the Organization as a whole. */
export function judgeSources(name: string, failed: Source[], homeRegion: string): Observed[] {
  if (failed.length === 0) return [{ verdict: 'ok', text: `The aggregator ${name} collects from everybody` }];
  return failed.map(({ SourceId = '', AwsRegion = '', LastErrorCode = '' }) => {
    const detail = LastErrorCode ? { detail: LastErrorCode } : {};
    if (!/^\d{12}$/.test(SourceId))
      return {
        verdict: 'failed',
        text: `The aggregator ${name} cannot list the accounts of the Organization`,
        ...detail,
        mend: `${trustCommand(CONFIG, homeRegion)}, in the management account`,
      };
    return {
      account: SourceId,
      ...(AwsRegion ? { region: AwsRegion } : {}),
      // The sweep names it, and counts the others.
      verdict: 'warning',
      text: 'The aggregator of tags could not collect',
      ...detail,
      mend: 'Look at AWS Config there; it is tried again every few hours',
    };
  });
}

/** Of a member hub the check of delegated administrators tells. */
async function isTrusted({ facts, settings, hubAccount }: Context): Promise<boolean> {
  if (settings.organization?.managementAccount !== hubAccount) return true;
  return (await facts.trustedServices()).includes(CONFIG);
}

function judgeTrust(trusted: boolean, homeRegion: string): Observed[] {
  if (trusted) return [];
  const mend = `${trustCommand(CONFIG, homeRegion)}, in the management account`;
  return [{ verdict: 'failed', text: 'AWS Config has no trusted access: it cannot aggregate', mend }];
}

async function isThere(client: ConfigServiceClient, name: string): Promise<boolean> {
  const request = new DescribeConfigurationAggregatorsCommand({ ConfigurationAggregatorNames: [name] });
  try {
    return ((await client.send(request)).ConfigurationAggregators ?? []).length > 0;
  } catch (error) {
    if (error instanceof NoSuchConfigurationAggregatorException) return false;
    throw error;
  }
}

async function askFailedSources(client: ConfigServiceClient, name: string): Promise<Source[]> {
  const failed: Source[] = [];
  const pages = paginateDescribeConfigurationAggregatorSourcesStatus(
    { client },
    { ConfigurationAggregatorName: name, UpdateStatus: ['FAILED'] },
  );
  for await (const { AggregatedSourceStatusList = [] } of pages) failed.push(...AggregatedSourceStatusList);
  return failed;
}
