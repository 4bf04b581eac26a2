import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, type CfnResource, Stack, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { synthesize } from '#test/stacks/synthesize.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

type Report = {
  pluginReports: {
    pluginName: string;
    conclusion: string;
    violations: unknown[];
    suppressedViolations: { ruleName: string; reason: string }[];
  }[];
};

const read = (file: string) => JSON.parse(readFileSync(join(ASSEMBLY, file), 'utf8')) as unknown;

function aQueue(app: App, over: Record<string, unknown> = {}): Queue {
  const queue = new Queue(new Stack(app, 'Stack'), 'Queue');
  for (const [name, value] of Object.entries(over)) {
    (queue.node.defaultChild as CfnResource).addPropertyOverride(name, value);
  }
  return queue;
}

test('the app is the hub, the StackSets of its members, and stacks for the management account', () => {
  const { artifacts } = read('manifest.json') as { artifacts: Record<string, { type: string }> };
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');

  expect(stacks.map(([id]) => id)).toEqual([
    'ReeveHub',
    'ReeveMembers',
    'ReeveManagement',
    'ReeveMember-us-east-1',
    'ReeveMember-eu-central-1',
    'ReeveMember-eu-west-1',
    'ReeveMember-us-west-2',
    'ReeveMember-rules-eu-central-1',
    'ReeveMember-rules-eu-west-1',
  ]);
});

test('cdk-nag finds nothing in the app', () => {
  const { pluginReports } = read('validation-report.json') as Report;
  const nag = pluginReports.find(({ pluginName }) => pluginName === 'AwsSolutions');

  expect(nag?.conclusion).toBe('success');
  expect(nag?.violations).toEqual([]);
});

test('each finding of cdk-nag that is accepted has a date and a reason', () => {
  const { pluginReports } = read('validation-report.json') as Report;
  const accepted = pluginReports.flatMap(({ suppressedViolations }) => suppressedViolations);

  for (const { reason } of accepted) expect(reason).toMatch(/^20\d\d-\d\d-\d\d: .{20,}/);
});

test('a finding of cdk-nag fails the synthesis', () => {
  const build = (app: App) => {
    Validations.of(app).addPlugins(new AwsSolutionsChecks());
    aQueue(app);
  };

  expect(() => synthesize(build, {})).toThrow('validation-report.json');
});

test('a misspelt property fails the synthesis, as cdk.json asks for', () => {
  const right = (app: App) => aQueue(app, { VisibilityTimeout: 30 });
  const misspelt = (app: App) => aQueue(app, { VisibilityTimeut: 30 });

  expect(() => synthesize(right, {})).not.toThrow();
  expect(() => synthesize(misspelt, {})).toThrow('validation-report.json');
});

test('no template makes a policy of Organizations, which a tag of its stack would break (aws-cloudformation/cloudformation-coverage-roadmap#2244)', () => {
  const { artifacts } = read('manifest.json') as { artifacts: Record<string, { type: string }> };
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');

  for (const [id] of stacks)
    expect(JSON.stringify(read(`${id}.template.json`))).not.toContain('AWS::Organizations::');
});
