import { expect, test } from 'vitest';
import { CaseTrackers } from '#lib/capabilities/case-trackers.ts';
import { SupportCases } from '#lib/capabilities/support-cases.ts';
import { TrackerHooks } from '#lib/capabilities/tracker-hooks.ts';
import { Reports } from '#lib/platform/reports.ts';
import { hooksOf } from '#lib/support/hook-settings.ts';
import { aHubWith } from '#test/capabilities/a-hub-with.ts';
import { anOrganization } from '#test/stacks/an-organization.ts';
import { expectCounts, expectResource } from '#test/stacks/expect-resource.ts';

const settings = anOrganization(
  {
    support: {
      trackers: {
        issues: { kind: 'github', repository: 'example/cloud-support', hooks: true },
        payments: { kind: 'github', repository: 'example/payments', hooks: true },
        quiet: { kind: 'github', repository: 'example/quiet' },
      },
      answers: { actors: { issues: ['hanako'], payments: ['hanako'] } },
    },
  },
  { writerTargets: ['ou-town-harbour1'] },
);
const hub = aHubWith(settings, (stack, props) => {
  const support = settings.support as NonNullable<typeof settings.support>;
  const reports = new Reports(stack, 'Reports');
  const { rows, redacted } = new SupportCases(stack, 'SupportCases', { hub: props, support, reports });
  const mirror = new CaseTrackers(stack, 'CaseTrackers', { hub: props, support, cases: rows, redacted });
  const hooks = hooksOf(support, 'ReeveHub');
  new TrackerHooks(stack, 'TrackerHooks', { hub: props, hooks, trackers: mirror.function });
});
const receiver = hub.idOf('AWS::Lambda::Function', 'TrackerHooks');
const mirrorId = hub.idOf('AWS::Lambda::Function', 'CaseTrackers');

test('everybody reaches it by one URL, for all trackers, and by nothing else', () => {
  expectCounts(hub.template, { 'AWS::Lambda::Url': 1 });
  const FunctionName = { 'Fn::GetAtt': [receiver, 'Arn'] };
  expectResource(hub.template, 'AWS::Lambda::Url', { AuthType: 'NONE', TargetFunctionArn: FunctionName });
  expectResource(hub.template, 'AWS::Lambda::Permission', {
    FunctionName,
    Action: 'lambda:InvokeFunctionUrl',
    FunctionUrlAuthType: 'NONE',
    Principal: '*',
  });
  expectResource(hub.template, 'AWS::Lambda::Permission', {
    FunctionName,
    Action: 'lambda:InvokeFunction',
    InvokedViaFunctionUrl: true,
    Principal: '*',
  });
});

test('so many run at once at most, and each ends before GitHub gives up', () => {
  expectResource(hub.template, 'AWS::Lambda::Function', { ReservedConcurrentExecutions: 5, Timeout: 9 });
});

test('it knows the trackers that have webhooks, and where their secrets are', () => {
  expect(hub.settingsOf('TrackerHooks')).toEqual({
    hooks: [
      { tracker: 'issues', repository: 'example/cloud-support', secretName: '/ReeveHub/hooks/issues' },
      { tracker: 'payments', repository: 'example/payments', secretName: '/ReeveHub/hooks/payments' },
    ],
  });
});

test('it may read these secrets and wake one function: no case, no token, no queue', () => {
  const allowed = hub.permissionsOf('TrackerHooksReceiveRole');

  expect(Object.keys(allowed).toSorted()).toEqual(['lambda:InvokeFunction', 'ssm:GetParameter']);
  expect(JSON.stringify(allowed['lambda:InvokeFunction'])).toContain(mirrorId);
  expect(JSON.stringify(allowed['ssm:GetParameter'])).not.toContain('/trackers/');
});
