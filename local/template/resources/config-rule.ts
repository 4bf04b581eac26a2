import type { ConfigRule } from '#local/estate.ts';
import type { Properties } from '../properties.ts';
import type { ResourceReader } from '../resource.ts';

const MOST_TYPES = 100;
const LONGEST_POLICY = 10_000;
const LONGEST_PARAMETERS = 1024;
const CHANGES = ['ConfigurationItemChangeNotification', 'OversizedConfigurationItemChangeNotification'];

/**
 * AWS::Config::ConfigRule that looks at changed resources: a policy in Guard, or AWS's own REQUIRED_TAGS.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-config-configrule.html
 */
export const readConfigRule: ResourceReader = ({ logicalId, name, arn, scope, properties }, estate) => {
  properties.optionalString('ConfigRuleName');
  const types = properties.object('Scope').strings('ComplianceResourceTypes');
  if (types.length > MOST_TYPES)
    throw properties.refusal('Scope', `has more than ${MOST_TYPES} resource types`);
  const check = readCheck(properties);
  estate.configRules.push({
    logicalId,
    name,
    arn,
    account: scope.accountId,
    region: scope.region,
    types,
    check,
  });
};

function readCheck(properties: Properties): ConfigRule['check'] {
  const source = properties.object('Source');
  const owner = source.string('Owner');
  if (owner === 'CUSTOM_POLICY') return { kind: 'guard', policy: readPolicy(properties, source) };
  const identifier = source.string('SourceIdentifier');
  if (owner !== 'AWS' || identifier !== 'REQUIRED_TAGS')
    throw source.refusal('SourceIdentifier', `${owner} ${identifier} is not emulated`);
  return { kind: 'required-tags', parameters: readParameters(properties) };
}

function readPolicy(properties: Properties, source: Properties): string {
  if (source.has('SourceIdentifier'))
    throw source.refusal('SourceIdentifier', 'does not go with CUSTOM_POLICY');
  if (properties.has('InputParameters'))
    throw properties.refusal('InputParameters', 'of a policy are not emulated');
  const details = source.objects('SourceDetails');
  if (details.length === 0) throw source.refusal('SourceDetails', 'must say that changes trigger the policy');
  for (const detail of details) {
    const type = detail.string('MessageType');
    if (detail.string('EventSource', 'aws.config') !== 'aws.config' || !CHANGES.includes(type))
      throw detail.refusal('MessageType', `${type} does not trigger a policy`);
  }
  const custom = source.object('CustomPolicyDetails');
  const runtime = custom.string('PolicyRuntime');
  if (!/^guard-2\.[\dx]+\.[\dx]+$/.test(runtime))
    throw custom.refusal('PolicyRuntime', `${runtime} is not guard-2.x.x`);
  const policy = custom.string('PolicyText');
  if (policy.length > LONGEST_POLICY)
    throw custom.refusal('PolicyText', `has more than ${LONGEST_POLICY} characters`);
  return policy;
}

/** Given as JSON or as an object; values are texts. */
function readParameters(properties: Properties): Record<string, string> {
  if (!properties.has('InputParameters')) return {};
  const parameters = properties.jsonMap('InputParameters');
  if (JSON.stringify(parameters).length > LONGEST_PARAMETERS)
    throw properties.refusal('InputParameters', `have more than ${LONGEST_PARAMETERS} characters`);
  const unknown = Object.keys(parameters).find((key) => !/^tag[1-6](?:Key|Value)$/.test(key));
  if (unknown) throw properties.refusal('InputParameters', `${unknown} is none of REQUIRED_TAGS`);
  return parameters;
}
