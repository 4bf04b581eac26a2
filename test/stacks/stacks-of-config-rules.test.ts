import { type App, Stack, Token, Validations } from 'aws-cdk-lib';
import { Annotations, Match, type Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { addStacks } from '#lib/stacks/add-stacks.ts';
import { MembersStack } from '#lib/stacks/members-stack.ts';
import { anOrganization, MANAGEMENT_ACCOUNT } from '#test/stacks/an-organization.ts';
import { someSettings } from '#test/stacks/some-settings.ts';
import { synthesize } from '#test/stacks/synthesize.ts';

const required = [{ key: 'Owner', purpose: 'who is called when it breaks' }];
const tags = { required };
const UNIT = 'ou-town-market12';

type StackSet = {
  StackSetName: string;
  AutoDeployment: { DependsOn?: object[] };
  OperationPreferences: object;
  StackInstancesGroup: object[];
};

function membersOf(...given: Parameters<typeof anOrganization>) {
  const settings = anOrganization(...given);
  const { templates } = synthesize(
    (app) => new MembersStack(app, 'ReeveMembers', { settings, hubStack: 'ReeveHub' }),
  );
  const found = (templates['ReeveMembers'] as Template).findResources('AWS::CloudFormation::StackSet');
  return Object.values(found).map(({ Properties, DependsOn }) => ({
    ...(Properties as StackSet),
    after: (DependsOn ?? []) as string[],
  }));
}

describe('the StackSet of the Config rules', () => {
  const [rules] = membersOf({ tags: { ...tags, targets: [UNIT] } }).filter(
    ({ StackSetName }) => StackSetName === 'ReeveHub-rules',
  );

  test('is for the organizational units that are named (cloudformation-coverage-roadmap#1756)', () => {
    expect(rules?.StackInstancesGroup).toEqual([
      { DeploymentTargets: { OrganizationalUnitIds: [UNIT] }, Regions: ['eu-north-1', 'eu-west-3'] },
    ]);
  });

  test('is not stopped by one account without recorder (superwerker#291, quickstart-compliance-common#10)', () => {
    expect(rules?.OperationPreferences).toMatchObject({
      FailureTolerancePercentage: 100,
      ConcurrencyMode: 'SOFT_FAILURE_TOLERANCE',
      RegionConcurrencyType: 'PARALLEL',
    });
  });

  test('holds no rule of an event, and comes after those that do: else its first findings are told to nobody', () => {
    expect(rules?.after).toEqual(['Backup', 'Global', 'Regional']);
    expect(rules?.AutoDeployment.DependsOn).toHaveLength(3);
    expect(JSON.stringify(rules)).not.toContain('AWS::Events::Rule');
  });

  test('is for all accounts where no unit is named, and is not there where no rule is', () => {
    const namesOf = (over: object) => membersOf(over).map(({ StackSetName }) => StackSetName);
    const [all] = membersOf({ tags }).filter(({ StackSetName }) => StackSetName.endsWith('rules'));

    expect(JSON.stringify(all?.StackInstancesGroup)).toContain('"OrganizationalUnitIds":["r-town"]');
    expect(namesOf({})).not.toContain('ReeveHub-rules');
    expect(namesOf({ tags: { ...tags, rules: 'none' } })).not.toContain('ReeveHub-rules');
  });
});

describe('the stacks of the Config rules', () => {
  function rulesStacksOf(settings: Parameters<typeof addStacks>[1]) {
    let stacks: Stack[] = [];
    synthesize((app) => {
      addStacks(app, settings);
      stacks = app.node.children.filter((child) => Stack.isStack(child));
    });
    return stacks
      .filter(({ stackName }) => stackName.startsWith('ReeveMember-rules-'))
      .map(({ stackName, account, region, dependencies }) => ({
        stack: `${stackName} ${Token.isUnresolved(account) ? 'any' : account} ${region}`,
        after: dependencies.map((dependency) => dependency.stackName),
      }));
  }

  test('are in the management account, each after what hears of it: StackSets do not reach that account', () => {
    expect(rulesStacksOf(anOrganization({ tags }))).toEqual([
      {
        stack: `ReeveMember-rules-eu-north-1 ${MANAGEMENT_ACCOUNT} eu-north-1`,
        after: ['ReeveMember-eu-north-1'],
      },
      {
        stack: `ReeveMember-rules-eu-west-3 ${MANAGEMENT_ACCOUNT} eu-west-3`,
        after: ['ReeveMember-eu-west-3'],
      },
    ]);
  });

  test('are in a lone account', () => {
    const lone = someSettings({ hub: { region: 'eu-north-1' }, tags });

    expect(rulesStacksOf(lone).map(({ stack }) => stack)).toEqual([
      'ReeveMember-rules-eu-north-1 any eu-north-1',
    ]);
  });
});

test.each([['guard'], ['managed']] as const)(
  'an app with rules (%s) passes cdk-nag and the validation of templates',
  (rules) => {
    const build = (app: App) => {
      Validations.of(app).addPlugins(new AwsSolutionsChecks());
      addStacks(app, anOrganization({ tags: { ...tags, rules } }));
    };

    expect(() => synthesize(build, {})).not.toThrow();
  },
);

test('what the rules leave out, too many tags, and types of Regions without rules, are warnings of the synthesis', () => {
  const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => ({
    ...required[0],
    key,
    purpose: 'what it is for',
  }));
  const warningsOf = (rules: 'guard' | 'managed') => {
    const said: unknown[] = [];
    synthesize((app) => {
      addStacks(app, anOrganization({ tags: { required: many, rules } }));
      const hub = Annotations.fromStack(app.node.findChild('ReeveHub') as Stack);
      said.push(...hub.findWarning('*', Match.anyValue()));
    });
    return JSON.stringify(said);
  };
  const text = warningsOf('managed');

  expect(text).toContain('tags.required names 7 tags');
  expect(text).toContain('leaves out the tag g: it has room for six');
  expect(text).toContain('leaves out 15 of 28 resource types');
  expect(warningsOf('guard')).toContain('AWS::CloudFront::Distribution in us-east-1 alone');
});
