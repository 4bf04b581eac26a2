import type { Aggregator } from '#local/estate.ts';
import type { Properties } from '../properties.ts';
import type { ResourceReader } from '../resource.ts';

/** AWS::Config::ConfigurationAggregator of the Organization, or of some accounts. */
export const readAggregator: ResourceReader = ({ logicalId, name, scope, properties }, estate) => {
  properties.optionalString('ConfigurationAggregatorName');
  const place = { logicalId, name, account: scope.accountId, region: scope.region };
  const sources = properties.objects('AccountAggregationSources');
  if (properties.has('OrganizationAggregationSource') === sources.length > 0)
    throw properties.refusal(
      'OrganizationAggregationSource',
      'or AccountAggregationSources is needed, not both',
    );
  const [accounts, ...more] = sources;
  if (more.length > 0) throw properties.refusal('AccountAggregationSources', 'more than one is not emulated');
  if (accounts) {
    estate.aggregators.push({ ...place, accounts: accounts.strings('AccountIds'), ...regionsOf(accounts) });
    return;
  }
  const organization = properties.object('OrganizationAggregationSource');
  organization.string('RoleArn');
  estate.aggregators.push({ ...place, ...regionsOf(organization) });
};

function regionsOf(source: Properties): Pick<Aggregator, 'regions'> {
  const regions = source.strings('AwsRegions');
  if (source.boolean('AllAwsRegions') === regions.length > 0)
    throw source.refusal('AllAwsRegions', 'or AwsRegions is needed, not both');
  return regions.length > 0 ? { regions } : {};
}
