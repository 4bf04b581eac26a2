import { readPolicyDocument } from '../policy-document.ts';
import type { ResourceReader } from '../resource.ts';

/** AWS::IAM::Role with its inline policies. */
export const readRole: ResourceReader = ({ logicalId, name, arn, properties }, estate) => {
  properties.optionalString('RoleName');
  properties.optionalString('Path');
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
