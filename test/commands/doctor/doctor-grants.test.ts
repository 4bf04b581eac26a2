import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { doctorShare } from '#lib/members/shares/doctor.ts';
import { ManagementStack } from '#lib/stacks/management-stack.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { restOperation } from '#local/counterparts/organization/rest-operation.ts';
import { aDeployment } from '#test/commands/doctor/a-deployment.ts';
import { townSettings } from '#test/commands/doctor/town-settings.ts';

type RoleProperties = { Policies: { PolicyDocument: { Statement: { Action: string[] }[] } }[] };

/** What the doctor calls as each role that it assumes. */
async function actionsByRole(): Promise<Map<string, Set<string>>> {
  const called = new Map<string, Set<string>>();
  const { proxy, callerOf, ask, close } = await aDeployment({ world: makeWorld(), settings: townSettings() });
  proxy.addHook({
    before: async ({ accessKeyId, service, operation }) => {
      const role = callerOf(accessKeyId).arn.replace(/^.*[/]/, '');
      const actions = called.get(role) ?? new Set();
      called.set(role, actions.add(`${service}:${restOperation(operation)}`));
    },
  });
  await ask();
  await close();
  return called;
}

test('the roles of the other accounts grant what the doctor calls as them', async () => {
  const stack = new ManagementStack(new App(), 'Management', {
    settings: townSettings(),
    hubStack: 'ReeveHub',
  });
  const roles = Template.fromStack(stack).findResources('AWS::IAM::Role', {
    Properties: { RoleName: 'reeve-organization-reader' },
  });
  const granted = Object.values(roles).flatMap(({ Properties }) =>
    (Properties as RoleProperties).Policies.flatMap(({ PolicyDocument }) =>
      PolicyDocument.Statement.flatMap(({ Action }) => Action),
    ),
  );
  const called = await actionsByRole();
  const calledAs = (role: string) => [...(called.get(role) ?? [])].sort();

  expect(calledAs('reeve-organization-reader').length).toBeGreaterThan(10);
  expect(calledAs('reeve-organization-reader').filter((action) => !granted.includes(action))).toEqual([]);
  expect(calledAs('reeve-reader')).toEqual(doctorShare({}).reads.toSorted());
  expect(calledAs('reeve-doctor')).toEqual(['sts:AssumeRole']);
});
