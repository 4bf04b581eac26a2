import { expect, test } from 'vitest';
import { DUE_INDEX, OWED_INDEX } from '#lambdas/contracts/ledger.ts';
import { aHub } from '#test/capabilities/a-hub.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';

const hub = aHub();
const clock = hub.idOf('AWS::Lambda::Function', 'AlertClock');
const deadLetters = hub.idOf('AWS::SQS::Queue', 'MissedRunsDeadLetters');
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

test('the clock ticks once a minute, and a tick that does not arrive is left in its dead letters', () => {
  expectResource(hub.template, 'AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(1 minute)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: arnOf(clock), DeadLetterConfig: { Arn: arnOf(deadLetters) } },
  });
});

test('a tick that fails is not repeated: the next one is a minute away', () => {
  expectResource(hub.template, 'AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: clock },
    MaximumRetryAttempts: 0,
    DestinationConfig: { OnFailure: { Destination: arnOf(deadLetters) } },
  });
});

test('the clock reads the two indexes and no row of the table, and writes none', () => {
  const permissions = hub.permissionsOf('AlertClockRole');

  expect(Object.keys(permissions).filter((action) => action.startsWith('dynamodb:'))).toEqual([
    'dynamodb:Query',
  ]);
  for (const index of [DUE_INDEX, OWED_INDEX]) {
    expect(permissions['dynamodb:Query']).toContain(`/index/${index}`);
  }
});

test('only the scheduler of this account may tick', () => {
  expectResource(hub.template, 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Action: 'sts:AssumeRole',
          Principal: { Service: 'scheduler.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        },
      ],
    },
  });
});
