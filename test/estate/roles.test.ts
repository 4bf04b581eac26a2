import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import settings from '#config';
import { describeRoles } from '#test/estate/describe-roles.ts';
import { resourcesOf, type Template } from '#test/estate/template.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const DOCUMENT = join(import.meta.dirname, '../../docs/roles.md');

const INTRODUCTION = `# Roles

Every role that Reeve makes, as the settings of this repository synthesize it: who may take it on, and what it
may do then. \`\${Name}\` is a resource of the same stack. This page is written by a test
(\`npm test -- test/estate/roles.test.ts -u\`), and a test fails when it is not true any more: a change of it is a
change of rights, and is read as one.
`;

const STACKS: Record<string, string> = {
  ReeveHub: 'In the hub account.',
  ReeveManagement: 'In the management account, global Region.',
  'ReeveMember-us-east-1': 'In every account, global Region.',
  'ReeveMember-eu-central-1': 'In every account, each other Region.',
  'ReeveHub-writer': 'In the accounts of `organization.writerTargets`, by a StackSet.',
};

function templateOf(stack: string): Template {
  return isStackSet(stack) ? ofStackSet(stack) : readTemplate(stack);
}

/** No stack of the app has its roles. */
const isStackSet = (name: string) => name === 'ReeveHub-writer';

function readTemplate(stack: string): Template {
  return JSON.parse(readFileSync(join(ASSEMBLY, `${stack}.template.json`), 'utf8')) as Template;
}

function ofStackSet(name: string): Template {
  const sets = resourcesOf<{ StackSetName: string; TemplateBody: string }>(
    readTemplate('ReeveMembers'),
    'AWS::CloudFormation::StackSet',
  );
  const body = sets.find(([, { StackSetName }]) => StackSetName === name)?.[1].TemplateBody;
  if (body === undefined) throw new Error(`No StackSet ${name}`);
  return JSON.parse(body) as Template;
}

test('the page of all roles, their trust and their actions is what the app synthesizes', async () => {
  const chapters = Object.entries(STACKS).map(
    ([stack, where]) => `## ${stack}\n\n${where}\n\n${describeRoles(templateOf(stack))}\n`,
  );

  await expect([INTRODUCTION, ...chapters].join('\n')).toMatchFileSnapshot(DOCUMENT);
});

test('no role may be assumed by everybody, and none of another account without a condition', () => {
  for (const stack of Object.keys(STACKS)) {
    const table = describeRoles(templateOf(stack));
    expect(table).not.toMatch(/^\| `[^|]*\| \\\*/m);
    for (const line of table.split('\n').filter((row) => row.includes(':root'))) {
      const isOwnAccount = stack === 'ReeveHub' && line.includes(`::${settings.hub?.account}:root`);
      expect(isOwnAccount || line.includes('sts:ExternalId'), line).toBe(true);
    }
  }
});
