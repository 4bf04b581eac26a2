import { expect, test } from 'vitest';
import { describePrevention } from '#bin/commands/tags/prevention/describe-prevention.ts';
import { makePrevention } from '#bin/commands/tags/prevention/make-prevention.ts';
import { anOrganization } from '#test/stacks/an-organization.ts';
import { someSettings } from '#test/stacks/some-settings.ts';
import { aTagBlock } from '#test/tags/a-tag-block.ts';

type Options = Partial<Parameters<typeof makePrevention>[2]>;

const told = (over: Parameters<typeof aTagBlock>[0], options: Options = {}, settings = anOrganization()) =>
  describePrevention(
    makePrevention(settings, aTagBlock(over), { exemptRoles: [], enforced: false, ...options }),
  ).join('\n');

const purpose = 'who is called when it breaks';
const types = ['AWS::EC2::Instance', 'AWS::EC2::Volume', 'AWS::S3::Bucket', 'AWS::SQS::Queue'];

test('what a person reads', () => {
  const required = [
    { key: 'Owner', purpose },
    { key: 'CostCenter', purpose, pattern: 'CC-[0-9]{4}' },
    { key: 'Stage', purpose, values: ['prod', 'dev'] },
  ];

  expect(told({ required, types, graceDays: 7, ous: ['/prod'] })).toMatchSnapshot();
});

test('roles that are exempt and refusal stand in the documents', () => {
  const text = told({ types }, { exemptRoles: ['ci/terraform-*'], enforced: true });

  expect(text).toContain('arn:aws:iam::*:role/ci/terraform-*');
  expect(text).toMatch(/"enforced_for": \{\s*"@@assign": \["ec2:instance"/);
});

test('documents of another partition name its ARNs', () => {
  const text = told(
    { types },
    {},
    anOrganization({ hub: { account: '111122223333', region: 'us-gov-west-1' }, regions: [] }),
  );

  expect(text).toContain('arn:aws-us-gov:iam::*:role/');
  expect(text).not.toContain('arn:aws:');
});

test('without an Organization they can be attached nowhere, and that is told', () => {
  expect(told({ types }, {}, someSettings())).toMatch(/name no Organization/);
  expect(told({ types })).not.toMatch(/name no Organization/);
});

test('types that nothing makes and tags at once leave no document', () => {
  const text = told({ types: ['AWS::SecretsManager::Secret'] });

  expect(text).toContain('There is none');
  expect(text).not.toContain('"Deny"');
});

test('one kind that is too long does not hide the other', () => {
  const values = Array.from({ length: 60 }, (_, at) => `${at}`.padEnd(90, 'x'));
  const made = makePrevention(
    anOrganization(),
    aTagBlock({ types, required: [{ key: 'Owner', purpose, values }] }),
    {
      exemptRoles: [],
      enforced: false,
    },
  );

  expect(made.serviceControlPolicies.policies).toEqual([]);
  expect(made.serviceControlPolicies.tooLong).toMatch(/name fewer of them/);
  expect(describePrevention(made).join('\n')).toMatch(/^reeve-required-tags: 5,\d+ of 10,000 characters/m);
});
