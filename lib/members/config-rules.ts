import { CfnConfigRule } from 'aws-cdk-lib/aws-config';
import type { Construct } from 'constructs';
import type { Tags } from '#lib/tags/tag-block.ts';
import { type ConfigRule, toConfigRules } from '#lib/tags/to-config-rules.ts';

/** Also of what is too large for a configuration item to be sent along. */
const MESSAGE_TYPES = ['ConfigurationItemChangeNotification', 'OversizedConfigurationItemChangeNotification'];

/** The rules of AWS Config that check the tags of an account in one Region. */
export function addConfigRules(scope: Construct, tags: Tags): void {
  for (const [index, rule] of toConfigRules(tags).entries()) {
    new CfnConfigRule(scope, `RequiredTags${index + 1}`, {
      configRuleName: rule.name,
      description: 'Reeve: tags that resources must have',
      scope: { complianceResourceTypes: rule.types },
      ...('text' in rule ? ownRule(rule) : managedRule(rule)),
    });
  }
}

function ownRule({ text }: { text: string }) {
  return {
    source: {
      owner: 'CUSTOM_POLICY',
      sourceDetails: MESSAGE_TYPES.map((messageType) => ({ eventSource: 'aws.config', messageType })),
      customPolicyDetails: { policyRuntime: 'guard-2.x.x', policyText: text },
    },
  };
}

function managedRule({ identifier, parameters }: Extract<ConfigRule, { identifier: string }>) {
  return { source: { owner: 'AWS', sourceIdentifier: identifier }, inputParameters: parameters };
}
