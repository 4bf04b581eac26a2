import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Capability,
  CloudFormationClient,
  CreateStackInstancesCommand,
  CreateStackSetCommand,
  ListStackInstancesCommand,
  type StackInstanceSummary,
} from '@aws-sdk/client-cloudformation';
import { CREDENTIALS, motoMember } from '#test/conformance/moto/moto-member.ts';
import type { MotoOrganization } from '#test/conformance/moto/moto-organization.ts';
import type { Tally } from '#test/conformance/tally.ts';

type StackSet = {
  StackSetName: string;
  TemplateBody: string;
  Capabilities: Capability[];
  StackInstancesGroup: { Regions: string[] }[];
};
type Resource = { Type: string; Properties: StackSet };
type TemplateRule = { Type: string; Condition?: string; Properties: { EventPattern: object } };

/** The StackSets of the app that forward events, in moto's Organization: each member and Region gets what its template says. */
export async function playMembers(
  endpoint: string,
  assembly: string,
  organization: MotoOrganization,
  tally: Tally,
): Promise<void> {
  for (const stackSet of stackSetsOf(assembly)) {
    const problems = await deploy(endpoint, stackSet, organization);
    const [group] = stackSet.StackInstancesGroup;
    const what = `moto: ${stackSet.StackSetName} in ${organization.accounts.length} accounts × ${group?.Regions.length} Regions forwards what its template says to the hub`;
    if (problems.length === 0) tally.passed(what);
    else tally.failed(`${what}\n  ${problems.join('\n  ')}`);
  }
}

function stackSetsOf(assembly: string): StackSet[] {
  const text = readFileSync(join(assembly, 'ReeveMembers.template.json'), 'utf8');
  const { Resources } = JSON.parse(text) as { Resources: Record<string, Resource> };
  return Object.values(Resources)
    .filter(({ Type }) => Type === 'AWS::CloudFormation::StackSet')
    .map(({ Properties }) => Properties)
    .filter(({ TemplateBody }) => patternsIn(TemplateBody).length > 0);
}

async function deploy(
  endpoint: string,
  stackSet: StackSet,
  { unit, accounts }: MotoOrganization,
): Promise<string[]> {
  const client = new CloudFormationClient({ endpoint, region: 'eu-central-1', credentials: CREDENTIALS });
  const { StackSetName, TemplateBody, Capabilities } = stackSet;
  const Regions = stackSet.StackInstancesGroup.flatMap((group) => group.Regions);
  await client.send(
    new CreateStackSetCommand({
      StackSetName,
      TemplateBody,
      Capabilities,
      PermissionModel: 'SERVICE_MANAGED',
      AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: false },
    }),
  );
  const DeploymentTargets = { OrganizationalUnitIds: [unit] };
  await client.send(new CreateStackInstancesCommand({ StackSetName, DeploymentTargets, Regions }));
  const { Summaries = [] } = await client.send(new ListStackInstancesCommand({ StackSetName }));

  const expected = patternsIn(TemplateBody);
  const missing = accounts.length * Regions.length - Summaries.length;
  const found = await Promise.all(Summaries.map((instance) => problemsOf(endpoint, instance, expected)));
  return [...(missing === 0 ? [] : [`${missing} stacks are missing`]), ...found.flat()];
}

/** The patterns of the rules that every account has, what is for the hub account alone left out. */
function patternsIn(template: string): string[] {
  const { Resources } = JSON.parse(template) as { Resources: Record<string, TemplateRule> };
  return Object.values(Resources)
    .filter(({ Type, Condition }) => Type === 'AWS::Events::Rule' && !Condition?.includes('IsHub'))
    .map(({ Properties }) => JSON.stringify(Properties.EventPattern))
    .sort();
}

/** moto hides the stacks of StackSets, but their resources are in the member's account and Region. */
async function problemsOf(
  endpoint: string,
  instance: StackInstanceSummary,
  expected: string[],
): Promise<string[]> {
  const { Account = '', Region = '', Status } = instance;
  const where = `${Account} ${Region}`;
  if (Status !== 'CURRENT') return [`${where}: ${Status}`];
  const member = await motoMember(endpoint, Account, Region);
  const { Rules } = await member.events<{ Rules: { Name: string; EventPattern: string }[] }>('ListRules', {});
  const patterns = Rules.map(({ EventPattern }) => JSON.stringify(JSON.parse(EventPattern))).sort();
  const problems = patterns.join() === expected.join() ? [] : [`${where}: rules for ${patterns.join()}`];
  for (const { Name: Rule } of Rules) {
    const { Targets } = await member.events<{ Targets: { Arn: string; RoleArn?: string }[] }>(
      'ListTargetsByRule',
      { Rule },
    );
    const [target] = Targets;
    if (!target?.Arn.endsWith(':event-bus/ReeveHub'))
      problems.push(`${where}: ${Rule} forwards to ${target?.Arn}`);
    if (!target?.RoleArn?.startsWith(`arn:aws:iam::${Account}:role/reeve/`)) {
      problems.push(`${where}: ${Rule} forwards with ${target?.RoleArn}`);
    }
  }
  return problems;
}
