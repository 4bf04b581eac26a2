import { expect, test } from 'vitest';
import { CaseTrackers } from '#lib/capabilities/case-trackers.ts';
import { SupportCases } from '#lib/capabilities/support-cases.ts';
import { Reports } from '#lib/platform/reports.ts';
import { aHubWith } from '#test/capabilities/a-hub-with.ts';
import { anOrganization } from '#test/stacks/an-organization.ts';
import { expectCounts, expectResource } from '#test/stacks/expect-resource.ts';

type Given = Parameters<typeof anOrganization>[0];
const trackers: NonNullable<NonNullable<Given>['support']>['trackers'] = {
  issues: { kind: 'github', repository: 'example/cloud-support', ous: ['/prod'] },
  desk: { kind: 'webhook', text: 'link' },
};
const settings = anOrganization({ support: { everyMinutes: 15, trackers } });
const hubWith = (isAnnounced: boolean, given = settings) =>
  aHubWith(given, (stack, hub) => {
    const support = given.support as NonNullable<typeof settings.support>;
    const cases = new SupportCases(stack, 'SupportCases', {
      hub,
      support,
      reports: new Reports(stack, 'Reports'),
    });
    const { rows, redacted } = cases;
    if (!isAnnounced) return;
    const mirror = new CaseTrackers(stack, 'CaseTrackers', { hub, support, cases: rows, redacted });
    cases.announcesTo(mirror.function);
  });
const own = hubWith(true);

test('cases are compared with their trackers as often as they are read, and no queue is polled', () => {
  expectResource(own.template, 'AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(15 minutes)',
    Target: { Input: '{"kind":"sweep"}' },
  });
  expectCounts(own.template, { 'AWS::Lambda::EventSourceMapping': 0 });
});

test('what it fails at is left in the missed runs, and tried by the next sweep alone', () => {
  expectResource(own.template, 'AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: own.idOf('AWS::Lambda::Function', 'CaseTrackers') },
    MaximumRetryAttempts: 0,
  });
});

test('the settings hold names of secrets, and no secret', () => {
  expect(own.settingsOf('CaseTrackers')).toMatchObject({
    trackers: [
      {
        name: 'issues',
        kind: 'github',
        repository: 'example/cloud-support',
        apiUrl: 'https://api.github.com',
        text: 'full',
        ous: ['/prod'],
        secretName: '/ReeveHub/trackers/issues',
      },
      { name: 'desk', kind: 'webhook', text: 'link', secretName: '/ReeveHub/trackers/desk' },
    ],
  });
});

test('it reads cases and writes only what trackers were told', () => {
  const actions = Object.keys(own.permissionsOf('CaseTrackersMirrorRole'));

  expect(actions.filter((action) => action.startsWith('s3:'))).toEqual(['s3:GetObject']);
  expect(JSON.stringify(own.permissionsOf('CaseTrackersMirrorRole'))).not.toContain('SupportCasesRaw');
  expect(actions.filter((action) => action.startsWith('sts:'))).toEqual([]);
});

test('who may answer and carry files may that alone in a lone account, and has memory for files', () => {
  const support = { ...settings.support, answers: { actors: { issues: ['hanako'] }, perHour: 10 } };
  const { organization: _, ...lone } = { ...settings, support } as typeof settings;
  const answering = hubWith(true, lone);
  const actions = Object.keys(answering.permissionsOf('CaseTrackersMirrorRole'));

  expect(actions.filter((action) => action.startsWith('support:')).toSorted()).toEqual([
    'support:AddCommunicationToCase',
    'support:CompleteAttachmentUpload',
    'support:DescribeAttachmentUploadStatus',
    'support:DescribeCases',
    'support:DescribeCommunications',
    'support:GetAttachmentUploadLinks',
    'support:ResolveCase',
  ]);
  expectResource(answering.template, 'AWS::Lambda::Function', { Timeout: 900, MemorySize: 512 });
  expectResource(own.template, 'AWS::Lambda::Function', { Timeout: 900, MemorySize: 256 });
});

test('the function of cases knows whom to tell, and nobody where there is no tracker', () => {
  const nameOf = (one: typeof own) => {
    type Properties = { Environment: { Variables: Record<string, unknown> } };
    const functions = Object.entries(one.template.findResources('AWS::Lambda::Function'));
    const sync = functions.filter(([id]) => id.startsWith('SupportCasesSync'));
    return sync.map(
      ([, found]) => (found['Properties'] as Properties).Environment.Variables['TRACKERS_FUNCTION'],
    );
  };

  expect(nameOf(own)).toEqual([{ Ref: own.idOf('AWS::Lambda::Function', 'CaseTrackers') }]);
  expect(nameOf(hubWith(false))).toEqual(['']);
});
