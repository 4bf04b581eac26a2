import { describe, expect, test } from 'vitest';
import { mendSnippets } from '#lambdas/contracts/tags/mend-snippets.ts';

const required = [
  { key: 'Owner' },
  { key: 'CostCenter', pattern: 'CC-[0-9]{4}' },
  { key: 'Environment', values: ['prod', 'dev'] },
];
const missing = (key: string) => ({ key, problem: 'missing' as const });

test('says in each language what to write, a line for each key', () => {
  const violations = [
    missing('Owner'),
    { ...missing('CostCenter'), nearMiss: 'cost-center' },
    { key: 'Environment', problem: 'value' as const, found: 'prd' },
  ];
  const { cdk, cloudFormation, terraform, cli } = mendSnippets(required, violations, {
    arn: 'arn:aws:sqs:eu-central-1:111122223333:orders',
    region: 'eu-central-1',
  });

  expect(cdk).toBe(
    [
      "Tags.of(this).add('Owner', '<owner>');",
      "Tags.of(this).add('CostCenter', '<CC-[0-9]{4}>'); // instead of cost-center",
      "Tags.of(this).add('Environment', '<prod|dev>'); // instead of prd",
    ].join('\n'),
  );
  expect(cloudFormation).toBe(
    [
      'Tags:',
      '  - { Key: "Owner", Value: "<owner>" }',
      '  - { Key: "CostCenter", Value: "<CC-[0-9]{4}>" } # instead of cost-center',
      '  - { Key: "Environment", Value: "<prod|dev>" } # instead of prd',
    ].join('\n'),
  );
  expect(terraform).toBe(
    [
      'tags = {',
      '  "Owner" = "<owner>"',
      '  "CostCenter" = "<CC-[0-9]{4}>" # instead of cost-center',
      '  "Environment" = "<prod|dev>" # instead of prd',
      '}',
    ].join('\n'),
  );
  expect(cli).toBe(
    [
      '# CostCenter: instead of cost-center',
      '# Environment: instead of prd',
      "aws resourcegroupstaggingapi tag-resources --region 'eu-central-1' --resource-arn-list 'arn:aws:sqs:eu-central-1:111122223333:orders' --tags '{",
      '  "Owner": "<owner>",',
      '  "CostCenter": "<CC-[0-9]{4}>",',
      '  "Environment": "<prod|dev>"',
      "}'",
    ].join('\n'),
  );
});

test.each([
  { tag: { key: 'app:cost_center' }, value: '<app cost center>' },
  { tag: { key: 'DataClass2Level' }, value: '<data class2 level>' },
  { tag: { key: 'Managed', values: ['yes'] }, value: 'yes' },
  { tag: { key: '--' }, value: '<value>' },
  { tag: { key: 'Code', pattern: `[a-z]{3}${'-[0-9]{3}'.repeat(6)}` }, value: '<code>' },
  {
    tag: { key: 'Team', values: Array.from({ length: 30 }, (_, at) => `team-${at}`) },
    value: '<team-0|team-1|team-2|team-3|team-4|team-5|team-6|…>',
  },
])('a value to choose for $tag.key reads $value', ({ tag, value }) => {
  expect(mendSnippets([tag], [missing(tag.key)]).cdk).toContain(`, '${value}');`);
});

describe('a resource of a stack', () => {
  const { cdk, cloudFormation, cli } = mendSnippets(required, [missing('Owner')], { stack: 'orders-api' });

  test('is mended in the code of its stack', () => {
    expect(cdk.split('\n')[0]).toBe('// in the stack orders-api');
    expect(cloudFormation.split('\n')[0]).toBe('# in the stack orders-api');
  });

  test('loses what is tagged by hand at its next update, and the command says so (aws-cloudformation/cloudformation-coverage-roadmap#1137)', () => {
    expect(cli.split('\n')[0]).toBe('# the stack orders-api takes them away again: change its code');
  });
});

test('an Auto Scaling group says what its instances get', () => {
  const { cloudFormation, terraform } = mendSnippets(required, [missing('Owner')], {
    type: 'AWS::AutoScaling::AutoScalingGroup',
  });

  expect(cloudFormation).toContain('Value: "<owner>", PropagateAtLaunch: true }');
  expect(terraform).toBe(
    'tag {\n  key                 = "Owner"\n  value               = "<owner>"\n  propagate_at_launch = true\n}',
  );
});

test('a file system has its tags under another name', () => {
  const { cloudFormation } = mendSnippets(required, [missing('Owner')], { type: 'AWS::EFS::FileSystem' });

  expect(cloudFormation.split('\n')[0]).toBe('FileSystemTags:');
});

test('an ARN without a Region of its own is tagged where the tagging API knows it', () => {
  const arn = 'arn:aws:iam::111122223333:role/reader';

  expect(mendSnippets(required, [missing('Owner')], { arn, region: 'eu-west-1' }).cli).toContain(
    "--region 'us-east-1'",
  );
});

test('ten long keys are cut to what fits, and counted', () => {
  const violations = Array.from({ length: 10 }, (_, at) =>
    missing(`Company:Governance:Classification:${at}`),
  );
  const snippets = mendSnippets([], violations);

  expect(Object.values(snippets).every((text) => text.length <= 400)).toBe(true);
  expect(snippets.cdk.split('\n').at(-1)).toBe('// and 7 more');
});
