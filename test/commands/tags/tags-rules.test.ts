import { expect, test } from 'vitest';
import { commands } from '#bin/commands/all-commands.ts';
import { runCommandLine } from '#bin/commands/command-line/run-command-line.ts';
import { describeRules } from '#bin/commands/tags/describe-rules.ts';
import { readRules } from '#bin/commands/tags/read-rules.ts';
import settings from '#config';
import { anOrganization } from '#test/stacks/an-organization.ts';
import { aTagBlock } from '#test/tags/a-tag-block.ts';

const rulesOf = (over: Parameters<typeof aTagBlock>[0] = {}) => {
  const tags = aTagBlock(over);
  return readRules(anOrganization({ tags }), tags);
};
const types = ['AWS::S3::Bucket', 'AWS::SNS::Topic'];

test('people see where the rules are, which types each looks at, and its text', () => {
  const text = describeRules(rulesOf({ types })).join('\n');

  expect(text).toMatch(/^AWS Config gets 1 rule in each account, in eu-north-1, eu-west-3\.\n/);
  expect(text).toContain('doctor --only stack-instances,recorders');
  expect(text).toMatch(
    /^reeve-required-tags-[0-9a-f]{8}-1: 2 types\n {2}AWS::S3::Bucket\n {2}AWS::SNS::Topic$/m,
  );
  expect(text).toMatch(/^rule reeve_required_tags \{\n tags\[ keys == 'Owner' \] !empty$/m);
});

test("they see what AWS's own rule would not do, and of which types tags may not be recorded", () => {
  const text = describeRules(rulesOf({ types })).join('\n');

  expect(text).toContain("- AWS's rule leaves out 1 of 2 resource types: AWS::SNS::Topic");
  expect(text).toMatch(/^Nothing proves .* of these types:\n- AWS::SNS::Topic$/m);
  expect(describeRules(rulesOf({ types: ['AWS::S3::Bucket'] })).join('\n')).not.toContain('Nothing proves');
});

test('that is so even of types that the rule of AWS knows nothing of', () => {
  expect(rulesOf({ types: ['AWS::SNS::Topic'] }).leftOutOfManaged[0]).toContain('1 of 1 resource types');
});

test('the rule of AWS is shown by its parameters', () => {
  const text = describeRules(rulesOf({ types, rules: 'managed' })).join('\n');

  expect(text).toContain('1: 1 type\n  AWS::S3::Bucket\n\nREQUIRED_TAGS {"tag1Key":"Owner"}');
});

test('they see which types no rule sees, for AWS Config records them elsewhere alone', () => {
  const global = 'AWS::CloudFront::Distribution';
  const text = describeRules(rulesOf({ types: [...types, global] })).join('\n');

  expect(text).toMatch(
    /^No rule sees these types: .* not in regions:\n- AWS::CloudFront::Distribution: us-east-1$/m,
  );
  expect(describeRules(rulesOf({ types })).join('\n')).not.toContain('No rule sees');
  expect(describeRules(rulesOf({ types: [global], rules: 'none' })).join('\n')).not.toContain('No rule sees');
});

test('no rules are said to be none', () => {
  const lines = describeRules(rulesOf({ rules: 'none' }));

  expect(lines[0]).toContain('tags.rules is none');
  expect(lines.join('\n')).not.toContain('doctor');
});

test('the command says so where no tag is required, else it shows the rules', async () => {
  const said = { stdout: '', stderr: '' };
  const streams = {
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
  };
  const code = await runCommandLine(commands, ['tags', 'rules', '--json'], streams);

  if (settings.tags) expect(JSON.parse(said.stdout)).toEqual(readRules(settings, settings.tags));
  else expect(said.stderr).toContain('has no block "tags"');
  expect(code).toBe(settings.tags ? 0 : 1);
});
