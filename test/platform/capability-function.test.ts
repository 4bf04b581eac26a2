import { Duration, Stack } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { expect, expectTypeOf, test } from 'vitest';
import type { Environment } from '#lambdas/alert-desk/environment.ts';
import { CapabilityFunction, type CapabilityFunctionProps } from '#lib/platform/capability-function.ts';
import { expectCounts, expectResource } from '#test/stacks/expect-resource.ts';
import { synthesize, synthesizeStack } from '#test/stacks/synthesize.ts';

type DeskEnvironment = CapabilityFunctionProps<Environment>['environment'];

const environment = {
  LEDGER_TABLE: 'ledger',
  ALERTS_QUEUE_URL: 'https://queue.example/alerts',
  OUTBOX_QUEUE_URL: 'https://queue.example/outbox',
  DEAD_LETTERS_URL: 'https://queue.example/dead',
  CHECK_QUEUE_URLS: '{}',
};
const house = { name: 'alert-desk', timeout: Duration.seconds(20), logRetention: RetentionDays.ONE_WEEK };

const aFunction = (stack: Stack, settings?: object) =>
  new CapabilityFunction<Environment>(stack, 'Desk', { ...house, environment, settings });

test('a function is arm64 on Node 24 with 256 MB', () => {
  const template = synthesizeStack((stack) => aFunction(stack));

  expectResource(template, 'AWS::Lambda::Function', {
    Architectures: ['arm64'],
    Runtime: 'nodejs24.x',
    MemorySize: 256,
    Timeout: 20,
    Handler: 'index.handler',
    Environment: { Variables: environment },
  });
});

test('a function writes to its own log group and may do nothing else', () => {
  const template = synthesizeStack((stack) => aFunction(stack));
  const [logGroup] = Object.keys(template.findResources('AWS::Logs::LogGroup'));

  expectResource(template, 'AWS::Logs::LogGroup', { RetentionInDays: 7 });
  expectResource(template, 'AWS::Lambda::Function', { LoggingConfig: { LogGroup: { Ref: logGroup } } });
  expectCounts(template, { 'AWS::IAM::Policy': 1 });
  expectResource(template, 'AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: [
        {
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Effect: 'Allow',
          Resource: { 'Fn::GetAtt': [logGroup, 'Arn'] },
        },
      ],
    },
  });
});

test('settings are written beside the bundle; without them there is no file', () => {
  const withSettings = synthesize((app) => aFunction(new Stack(app, 'Stack'), { owners: {} })).settings;
  const without = synthesize((app) => aFunction(new Stack(app, 'Stack'))).settings;

  expect(Object.values(withSettings)).toEqual([{ owners: {} }]);
  expect(without).toEqual({});
});

test('a renamed, missing or additional variable does not compile', () => {
  const { LEDGER_TABLE, ...rest } = environment;

  expectTypeOf(environment).toExtend<DeskEnvironment>();
  expectTypeOf({ LEDGER: LEDGER_TABLE, ...rest }).not.toExtend<DeskEnvironment>();
  expectTypeOf(rest).not.toExtend<DeskEnvironment>();
  // @ts-expect-error nobody reads EXTRA
  const additional: DeskEnvironment = { ...environment, EXTRA: '' };
  // @ts-expect-error the function reads LEDGER_TABLE
  const renamed: DeskEnvironment = { ...rest, LEDGER: LEDGER_TABLE };
  expect([additional, renamed]).toHaveLength(2);
});

test('a function whose environment is not named does not compile', () => {
  const unnamed = (stack: Stack) => {
    // @ts-expect-error CapabilityFunction<Environment> names what the function reads
    new CapabilityFunction(stack, 'Desk', { ...house, environment });
  };

  expectTypeOf(unnamed).parameters.toEqualTypeOf<[Stack]>();
});
