import { readPolicyDocument } from '../policy-document.ts';
import type { ResourceReader } from '../resource.ts';
import { accountOf } from '../stack-scope.ts';

/** AWS::IAM::Role with its inline policies. */
export const readRole: ResourceReader = ({ logicalId, name, arn, properties }, estate) => {
  properties.optionalString('RoleName');
  properties.optionalString('Path');
  // Roles belong to no Region: a fixed name in a template of several Regions fails in all but one.
  if (estate.roles.some((role) => role.name === name && accountOf(role.arn) === accountOf(arn))) {
    throw properties.refusal('RoleName', `${name} is there already in this account`);
  }
  estate.roles.push({
    logicalId,
    name,
    arn,
    trust: readPolicyDocument(properties, 'AssumeRolePolicyDocument'),
    policies: properties.objects('Policies').map((policy) => {
      policy.optionalString('PolicyName');
      return readPolicyDocument(policy, 'PolicyDocument');
    }),
    managedPolicyArns: properties.strings('ManagedPolicyArns'),
  });
};
