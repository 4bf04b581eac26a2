import { readPolicyDocument } from '../policy-document.ts';
import type { ResourceReader } from '../resource.ts';
import { accountOf } from '../stack-scope.ts';

/** AWS::IAM::Policy: permissions of roles that these stacks make. */
export const readPolicy: ResourceReader = ({ scope, properties, afterAll }, estate) => {
  properties.string('PolicyName');
  const document = readPolicyDocument(properties, 'PolicyDocument');
  const wanted = properties.strings('Roles');
  afterAll(() => {
    for (const name of wanted) {
      const role = estate.roles.find((each) => each.name === name && accountOf(each.arn) === scope.accountId);
      if (!role) throw properties.refusal('Roles', `${name} is no role of these stacks`);
      role.policies.push(document);
    }
  });
};
