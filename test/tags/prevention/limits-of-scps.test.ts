import { expect, test } from 'vitest';
import { limitsOfServiceControlPolicies } from '#lib/tags/prevention/limits-of-scps.ts';
import { aPolicy, aTag } from '#test/tags/prevention/a-policy.ts';

const told = (fields: Parameters<typeof aPolicy>[0], count = 1) =>
  limitsOfServiceControlPolicies(aPolicy(fields), count).join('\n');

test.each([
  {
    what: 'patterns',
    fields: { tags: [aTag({ pattern: 'CC-[0-9]{4}' })] },
    text: /Patterns of values cannot be expressed: of Owner only/,
  },
  {
    what: 'a type that is left out',
    fields: { types: ['AWS::SecretsManager::Secret'] },
    text: /AWS::SecretsManager::Secret is left out: CloudFormation makes a secret first/,
  },
  {
    what: 'a type of no known action',
    fields: { types: ['AWS::GroundStation::Config'] },
    text: /No action is known .*AWS::GroundStation::Config/,
  },
  { what: 'volumes', fields: { types: ['AWS::EC2::Volume'] }, text: /PropagateTagsToVolumeOnCreation/ },
  { what: 'a scope', fields: { ous: ['/prod'] }, text: /attach them to \/prod only/ },
  {
    what: 'exemptions',
    fields: {
      exemptions: [
        { reason: 'old', owner: 'ops', until: '2027-01-01T00:00:00Z', when: { regions: ['eu-west-1'] } },
      ],
    },
    text: /Exemptions/,
  },
])('$what are told', ({ fields, text }) => {
  expect(told(fields)).toMatch(text);
  expect(told({ types: ['AWS::SQS::Queue'] })).not.toMatch(text);
});

test('always tells of the management account, the case of keys and exempt roles', () => {
  expect(told({})).toMatch(/management account/);
  expect(told({})).toMatch(/owner passes for Owner/);
  expect(told({})).toMatch(/cdk-\*-cfn-exec-role-\*/);
});

test('five documents leave no place for FullAWSAccess', () => {
  expect(told({}, 5)).toMatch(/FullAWSAccess/);
  expect(told({}, 4)).not.toMatch(/FullAWSAccess/);
});
