import { describe, expect, test } from 'vitest';
import { judgeAlarmEmails } from '#bin/commands/doctor/checks/alarm-emails.ts';
import { judgeConcurrency } from '#bin/commands/doctor/checks/concurrency.ts';
import { judgeDelegation } from '#bin/commands/doctor/checks/delegated-administrators.ts';
import { judgeHealthView } from '#bin/commands/doctor/checks/health-view.ts';
import { judgeTrails } from '#bin/commands/doctor/checks/trail.ts';
import { judgeStackInstances } from '#bin/commands/doctor/judge-stack-instances.ts';
import { sendOutCommand } from '#bin/commands/doctor/send-out-command.ts';

const HUB = { hubAccount: '111122223333', homeRegion: 'eu-north-1' };

test.each([
  { limit: 10, free: 10, wanted: 1000 },
  { limit: 1000, free: 50, wanted: 2000 },
])(
  'of $limit functions with $free free, $wanted are asked for, in the home Region',
  ({ wanted, ...given }) => {
    expect(judgeConcurrency(given, 'eu-north-1')[0]?.mend).toMatch(
      new RegExp(`--desired-value ${wanted} --region eu-north-1$`),
    );
  },
);

test.each([
  ['health.amazonaws.com', 'aws health enable-health-service-access-for-organization --region us-east-1'],
  [
    'member.org.stacksets.cloudformation.amazonaws.com',
    'aws cloudformation activate-organizations-access --region eu-north-1',
  ],
  [
    'account.amazonaws.com',
    'aws organizations enable-aws-service-access --service-principal account.amazonaws.com',
  ],
])('%s is trusted before the hub account is delegated', (service, trust) => {
  const need = { service, isNeeded: true, otherwise: 'else' };
  const mendIf = (isTrusted: boolean) => judgeDelegation(need, { isDelegated: false, isTrusted }, HUB).mend;

  expect(mendIf(false)).toBe(`${trust} && ${mendIf(true)}`);
  expect(mendIf(true)).toBe(
    `aws organizations register-delegated-administrator --account-id 111122223333 --service-principal ${service}, in the management account`,
  );
});

test('without a support plan the view of Health is switched on in the console; GovCloud has a Region of its own', () => {
  expect(judgeHealthView(undefined, false, 'eu-north-1')[0]?.mend).toMatch(/^In the console/);
  expect(judgeHealthView('DISABLED', false, 'us-gov-east-1')[0]?.mend).toContain('--region us-gov-west-1');
});

test('an address is subscribed anew where there is a topic', () => {
  const mendWith = (topic?: string) =>
    judgeAlarmEmails(['ada@example.org'], { subscriptions: [], topic }, 'ReeveHub')[0]?.mend;

  expect(mendWith()).toBe('npx cdk deploy ReeveHub');
  expect(mendWith('arn:aws:sns:eu-north-1:1:t')).toMatch(
    /aws sns subscribe --topic-arn arn:aws:sns:eu-north-1:1:t .* ada@example.org --region eu-north-1$/,
  );
});

test('only a trail that records what is needed is started again', () => {
  const trail = { name: 'town', home: 'eu-north-1', isLogging: false, reaches: true, recordsWrites: true };

  expect(judgeTrails([trail])[0]?.mend).toContain('start-logging --name town --region eu-north-1');
  expect(judgeTrails([{ ...trail, reaches: false }])[0]?.mend).toMatch(/^Make one/);
  expect(judgeTrails([{ ...trail, recordsWrites: false }])[0]?.mend).toMatch(/^Make one/);
});

describe('a StackSet', () => {
  const organization = {
    targets: ['ou-a', 'ou-b'],
    maxConcurrentPercentage: 25,
    failureTolerancePercentage: 90,
  };
  const stackSet = { name: 'ReeveHub-regional', regions: ['eu-north-1', 'eu-west-1'], organization };
  const judge = (status: string, detailedStatus = 'FAILED') => {
    const where = { account: '1', region: 'eu-north-1' };
    const instances = [{ ...where, status, detailedStatus, reason: '' }];
    const given = { instances, members: ['1'], regions: ['eu-north-1'], sendOut: 'SEND IT OUT' };
    return judgeStackInstances('ReeveHub-global', given)[0];
  };

  test('is sent out again to all targets and Regions', () => {
    expect(sendOutCommand({ ...stackSet, isDelegated: true, homeRegion: 'eu-north-1' })).toBe(
      'aws cloudformation create-stack-instances --stack-set-name ReeveHub-regional ' +
        '--deployment-targets OrganizationalUnitIds=ou-a,ou-b --regions eu-north-1 eu-west-1 ' +
        '--operation-preferences MaxConcurrentPercentage=25,FailureTolerancePercentage=90 ' +
        '--call-as DELEGATED_ADMIN --region eu-north-1',
    );
    expect(sendOutCommand({ ...stackSet, isDelegated: false, homeRegion: 'eu-north-1' })).not.toContain(
      '--call-as',
    );
  });

  test('takes what is left out of updates only after it was forgotten', () => {
    expect(judge('OUTDATED')?.mend).toBe('Mend what the reason says, then SEND IT OUT');
    expect(judge('INOPERABLE')?.mend).toMatch(
      /^Take it out of the StackSet .*--retain-stacks.* then SEND IT OUT$/,
    );
  });

  test.each([
    ['OUTDATED', 'PENDING', 'warning'],
    ['OUTDATED', 'RUNNING', 'warning'],
    ['OUTDATED', 'SKIPPED_SUSPENDED_ACCOUNT', 'ok'],
    ['OUTDATED', 'CANCELLED', 'failed'],
    ['CURRENT', 'SUCCEEDED', 'ok'],
  ])('whose stack is %s and %s is %s', (status, detailedStatus, expected) => {
    expect(judge(status, detailedStatus)?.verdict).toBe(expected);
  });

  test('does not speak of accounts that are no members any more', () => {
    const instances = [
      { account: '2', region: 'eu-north-1', status: 'OUTDATED', detailedStatus: '', reason: '' },
    ];
    const given = { instances, members: [], regions: ['eu-north-1'], sendOut: '' };

    expect(judgeStackInstances('ReeveHub-global', given)).toEqual([]);
  });
});
