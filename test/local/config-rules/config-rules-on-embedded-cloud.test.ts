import {
  ResourceGroupsTaggingAPIClient,
  TagResourcesCommand,
} from '@aws-sdk/client-resource-groups-tagging-api';
import { afterEach, expect, test } from 'vitest';
import { addResources } from '#local/counterparts/organization/change-resources.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { toWorldAccount } from '#local/counterparts/organization/world-account.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { HUB_STACK } from '#local/hub-of.ts';
import type { TemplateResource } from '#local/template/template.ts';
import { aResource } from '#test/local/counterparts/organization/a-resource.ts';
import { MEMBER } from '#test/local/counterparts/organization/served-world.ts';
import { anAssembly } from '#test/local/template/an-assembly.ts';
import { aPolicy } from './a-policy.ts';

const HUB = '000000000000';
const OTHER = '444455556666';
const REGION = 'eu-central-1';
const PATTERN = { source: ['aws.config'], 'detail-type': ['Config Rules Compliance Change'] };
const HUB_BUS = `arn:aws:events:${REGION}:000000000000:event-bus/hub`;
const TYPES = ['AWS::EC2::Volume'];

const assume = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole' }] };
const MEMBER_STACK: Record<string, TemplateResource> = {
  Forwarder: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: assume } },
  Forward: {
    Type: 'AWS::Events::Rule',
    Properties: {
      EventPattern: PATTERN,
      Targets: [{ Id: 'hub', Arn: HUB_BUS, RoleArn: { 'Fn::GetAtt': ['Forwarder', 'Arn'] } }],
    },
  },
};
const RULES: Record<string, TemplateResource> = {
  Rule: {
    Type: 'AWS::Config::ConfigRule',
    Properties: {
      ConfigRuleName: 'required-tags-1',
      Scope: { ComplianceResourceTypes: TYPES },
      Source: {
        Owner: 'CUSTOM_POLICY',
        SourceDetails: [{ EventSource: 'aws.config', MessageType: 'ConfigurationItemChangeNotification' }],
        CustomPolicyDetails: { PolicyRuntime: 'guard-2.x.x', PolicyText: aPolicy(TYPES) },
      },
    },
  },
};
const aStackSet = (name: string, Resources: Record<string, TemplateResource>): TemplateResource => ({
  Type: 'AWS::CloudFormation::StackSet',
  Properties: {
    StackSetName: name,
    PermissionModel: 'SERVICE_MANAGED',
    StackInstancesGroup: [{ DeploymentTargets: {}, Regions: [REGION] }],
    TemplateBody: JSON.stringify({ Resources }),
  },
});

let cloud: EmbeddedCloud;
afterEach(() => cloud.stop());

async function start(rollOut: boolean) {
  const world = makeWorld();
  world.accounts.push(toWorldAccount({ id: HUB, name: 'hub' }, [REGION]));
  world.resources = [aResource('old', { account: HUB }), aResource('theirs', { account: OTHER })];
  const other = world.accounts.find(({ id }) => id === OTHER);
  if (other) other.recorders[REGION] = 'none';
  const Resources: Record<string, TemplateResource> = {
    Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'hub' } },
    Inbox: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'inbox' } },
    Heard: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventBusName: 'hub',
        EventPattern: PATTERN,
        Targets: [{ Id: 'inbox', Arn: { 'Fn::GetAtt': ['Inbox', 'Arn'] } }],
      },
    },
    Share: aStackSet('share', MEMBER_STACK),
    Rules: aStackSet('rules', RULES),
    All: {
      Type: 'AWS::Config::ConfigurationAggregator',
      Properties: {
        ConfigurationAggregatorName: 'all',
        OrganizationAggregationSource: { RoleArn: 'arn:aws:iam::000000000000:role/x', AllAwsRegions: true },
      },
    },
  };
  const assembly = anAssembly({ Resources }, HUB_STACK);
  cloud = await startEmbeddedCloud({ assembly, world, rollOut, members: [HUB, MEMBER, OTHER] });
  await cloud.settled();
  const heard = () =>
    cloud.queues.inspect('inbox').map(({ body }) => {
      const { account, detail } = JSON.parse(body) as {
        account: string;
        detail: { resourceId: string; newEvaluationResult: { complianceType: string } };
      };
      return [account, detail.resourceId, detail.newEvaluationResult.complianceType];
    });
  return { world, heard };
}

test('What the rules find is forwarded to the hub by the members’ own event rules', async () => {
  const { world, heard } = await start(false);
  expect(heard()).toEqual([]);
  const [volume] = addResources(world, [aResource('new')], cloud.clock.now());
  await cloud.settled();
  expect(heard()).toEqual([[MEMBER, volume?.id, 'NON_COMPLIANT']]);
});

test('Who tags by the API mends what the rule found at its deployment', async () => {
  const { world, heard } = await start(true);
  const [old] = world.resources;
  expect(heard()).toEqual([[HUB, old?.id, 'NON_COMPLIANT']]);
  const client = new ResourceGroupsTaggingAPIClient({
    endpoint: cloud.proxy.url,
    region: REGION,
    credentials: { accessKeyId: 'AKIAPERSON', secretAccessKey: 'x' },
  });
  const input = { ResourceARNList: [old?.arn ?? ''], Tags: { Owner: 'a' } };
  expect((await client.send(new TagResourcesCommand(input))).FailedResourcesMap).toEqual({});
  await cloud.settled();
  expect(heard().at(-1)).toEqual([HUB, old?.id, 'COMPLIANT']);
});

test('Without a recorder the stack of the rules is not there, and everything else is', async () => {
  const { world } = await start(true);
  expect(cloud.estate.rules.filter(({ logicalId }) => logicalId === 'Forward')).toHaveLength(3);
  expect(cloud.estate.configRules.map(({ account }) => account)).toEqual([HUB, MEMBER]);
  expect(world.stackSets['rules']).toEqual([
    { account: HUB, region: REGION, status: 'CURRENT', detailedStatus: 'SUCCEEDED' },
    { account: MEMBER, region: REGION, status: 'CURRENT', detailedStatus: 'SUCCEEDED' },
    expect.objectContaining({ account: OTHER, status: 'OUTDATED', detailedStatus: 'FAILED' }),
  ]);
  expect(world.aggregators).toMatchObject([{ name: 'all', account: HUB, region: REGION }]);
});
