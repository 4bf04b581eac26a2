import type { Template } from './template.ts';

/** What CloudFormation says of the first rule in a template for which AWS Config has no recorder. */
export function needOfRecorder({ Resources }: Template): string | undefined {
  const rule = Object.entries(Resources).find(([, { Type }]) => Type === 'AWS::Config::ConfigRule');
  if (!rule) return undefined;
  const [logicalId] = rule;
  return (
    `ResourceLogicalId:${logicalId}, ResourceType:AWS::Config::ConfigRule, ResourceStatusReason:` +
    'NoAvailableConfigurationRecorderException: There is no available configuration recorder to put the rule'
  );
}
