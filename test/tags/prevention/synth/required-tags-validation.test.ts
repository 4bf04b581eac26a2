import {
  App,
  CfnParameter,
  CfnResource,
  Fn,
  NestedStack,
  Stack,
  Stage,
  Tags,
  Validations,
} from 'aws-cdk-lib';
import { CfnBackupVault } from 'aws-cdk-lib/aws-backup';
import { CfnCertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { CfnHost, CfnLaunchTemplate } from 'aws-cdk-lib/aws-ec2';
import { CfnFileSystem } from 'aws-cdk-lib/aws-efs';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { expect, test, vi } from 'vitest';
import { RequiredTagsValidation } from '#lib/tags/prevention/synth/required-tags-validation.ts';
import { typesLike } from '#lib/tags/resource-types.ts';
import { aPolicy, aTag } from '#test/tags/prevention/a-policy.ts';
import { foundIn } from '#test/tags/prevention/synth/found-in.ts';

// What the CDK itself finds in templates takes most of the time.
vi.stubEnv('CDK_VALIDATION', 'false');

const types = typesLike('*').filter((type) => type !== 'AWS::CloudFormation::Stack');
const policy = aPolicy({ tags: [aTag()], types });
const MISSING = 'The tag Owner is missing';
const owned = [{ key: 'Owner', value: 'payments' }];

/** What is found in an app of one stack. */
function found(
  build: (stack: Stack) => void,
  by = policy,
  props: ConstructorParameters<typeof Stack>[2] = {},
) {
  const app = new App();
  build(new Stack(app, 'Orders', props));
  return foundIn(app, by);
}

test.each([
  {
    what: 'a list',
    make: (stack: Stack, tags?: typeof owned) => new CfnBucket(stack, 'It', tags ? { tags } : {}),
  },
  {
    what: 'a list of the newer kind',
    make: (stack: Stack, tags?: typeof owned) =>
      new CfnHost(stack, 'It', { availabilityZone: 'a', ...(tags ? { tags } : {}) }),
  },
  {
    what: 'a map of another name',
    make: (stack: Stack, tags?: typeof owned) =>
      new CfnBackupVault(stack, 'It', {
        backupVaultName: 'vault',
        ...(tags ? { backupVaultTags: { Owner: 'x' } } : {}),
      }),
  },
  {
    what: 'a list of another name',
    make: (stack: Stack, tags?: typeof owned) =>
      new CfnFileSystem(stack, 'It', tags ? { fileSystemTags: tags } : {}),
  },
  {
    what: 'a type that AWS Config calls otherwise',
    make: (stack: Stack, tags?: typeof owned) =>
      new CfnCertificate(stack, 'It', { domainName: 'x', ...(tags ? { tags } : {}) }),
  },
])('tags of $what are seen, and their absence (aws/aws-cdk#26495)', ({ make }) => {
  expect(found((stack) => make(stack, owned))).toEqual([]);
  expect(found((stack) => make(stack))).toEqual([`Orders/It: ${MISSING}`]);
  expect(found((stack) => Tags.of(make(stack)).add('Owner', 'payments'))).toEqual([]);
});

test('tags of a stack count for what is in it, and in the stacks within it (aws-cloudformation/cloudformation-guard#86)', () => {
  const build = (stack: Stack) => void new CfnBucket(new NestedStack(stack, 'Inner'), 'Bucket');

  expect(found(build, policy, { tags: { Owner: 'payments' } })).toEqual([]);
  expect(found(build, policy, { tags: { owner: 'payments' } })).toHaveLength(1);
  expect(found(build)).toEqual([`Orders/Inner/Bucket: ${MISSING}`]);
});

test('a resource overrules its stack', () => {
  const build = (stack: Stack) =>
    void new CfnBucket(stack, 'Bucket', { tags: [{ key: 'Owner', value: '' }] });

  expect(found(build, policy, { tags: { Owner: 'payments' } })).toEqual([
    'Orders/Bucket: The tag Owner is blank',
  ]);
});

test('a resource that is written by hand is read as it is written', () => {
  const type = 'AWS::S3::Bucket';
  const tags = [{ Key: 'Owner', Value: 'payments' }];

  expect(found((stack) => new CfnResource(stack, 'It', { type, properties: { Tags: tags } }))).toEqual([]);
  expect(found((stack) => new CfnResource(stack, 'It', { type }))).toEqual([`Orders/It: ${MISSING}`]);
  expect(
    found(
      (stack) =>
        new CfnResource(stack, 'It', { type: 'AWS::EFS::FileSystem', properties: { FileSystemTags: tags } }),
    ),
  ).toEqual([]);
  expect(
    found(
      (stack) =>
        new CfnResource(stack, 'It', { type: 'AWS::ECS::Service', properties: { PropagateTags: 'SERVICE' } }),
    ),
  ).toEqual([`Orders/It: ${MISSING}`]);
});

test('what is written over the properties counts', () => {
  const build = (stack: Stack) =>
    new CfnBucket(stack, 'It', { tags: owned }).addPropertyOverride('Tags', [{ Key: 'Other', Value: 'x' }]);

  expect(found(build)).toEqual([`Orders/It: ${MISSING}`]);
});

test('each replica of a global table has tags of its own', () => {
  const build = (tags?: typeof owned) => (stack: Stack) =>
    void new TableV2(stack, 'Table', {
      partitionKey: { name: 'id', type: AttributeType.STRING },
      tags: owned,
      replicas: [{ region: 'eu-west-3', ...(tags ? { tags } : {}) }],
    });
  const props = { env: { account: '111122223333', region: 'eu-north-1' } };

  expect(found(build(owned), policy, props)).toEqual([]);
  expect(found(build(), policy, props)).toEqual([`Orders/Table/Resource: ${MISSING}`]);
});

test('what is known only when the stack is deployed is taken for right', () => {
  const strict = aPolicy({
    tags: [aTag({ values: ['payments'] }), aTag({ key: 'Stage' })],
    types: ['AWS::S3::Bucket'],
  });
  const build = (stack: Stack) => {
    const value = new CfnParameter(stack, 'Who').valueAsString;
    new CfnBucket(stack, 'It', {
      tags: [
        { key: 'Owner', value },
        { key: 'Stage', value: Fn.ref('AWS::Region') },
      ],
    });
  };

  const inserted = (stack: Stack) =>
    void new CfnResource(stack, 'It', {
      type: 'AWS::S3::Bucket',
      properties: { Tags: [{ 'Fn::GetAtt': ['Macro', 'Tag'] }, { Key: 'Owner', Value: 'shop' }] },
    });

  expect(found(inserted, strict)).toEqual(['Orders/It: The tag Owner must not be "shop"']);
  expect(found(build, strict)).toEqual([]);
});

test('what takes no tags is not judged, nor what the policy does not name', () => {
  const build = (stack: Stack) => {
    new CfnLaunchTemplate(stack, 'Template', { launchTemplateData: {} });
    new CfnQueue(stack, 'Queue');
  };

  expect(
    found(build, aPolicy({ tags: [aTag()], types: ['AWS::EC2::LaunchTemplate', 'AWS::S3::Bucket'] })),
  ).toEqual([]);
});

test.each([
  { account: '111122223333', finds: 1 },
  { account: '444455556666', finds: 0 },
  { account: undefined, finds: 1 },
])('a policy of account 111122223333 finds $finds in an app for $account', ({ account, finds }) => {
  const narrow = aPolicy({ tags: [aTag()], accounts: ['111122223333'] });
  const props = account ? { env: { account, region: 'eu-north-1' } } : {};

  expect(found((stack) => new CfnBucket(stack, 'Bucket'), narrow, props)).toHaveLength(finds);
});

test.each([
  { until: '2999-01-01T00:00:00Z', finds: 0 },
  { until: '2020-01-01T00:00:00Z', finds: 1 },
])('an exemption until $until leaves $finds', ({ until, finds }) => {
  const exemptions = [{ reason: 'scratch', owner: 'platform', until, when: { tags: { lifetime: ['1d'] } } }];
  const build = (stack: Stack) => new CfnBucket(stack, 'It', { tags: [{ key: 'lifetime', value: '1d' }] });

  expect(found(build, { ...policy, exemptions })).toHaveLength(finds);
});

test('only the stage that it was added to is judged', () => {
  const app = new App();
  const [prod, dev] = ['Prod', 'Dev'].map((id) => new Stage(app, id));
  for (const stage of [prod, dev]) if (stage) new CfnBucket(new Stack(stage, 'Orders'), 'Bucket');
  const seen: string[] = [];
  const validation = new RequiredTagsValidation(policy);
  if (prod) {
    Validations.of(prod).addPlugins({
      name: 'seen',
      validate: (context) => {
        const { violations } = validation.validate(context);
        seen.push(
          ...violations.flatMap((one) =>
            one.violatingResources.map(({ constructPath = '' }) => constructPath),
          ),
        );
        return { success: true, violations: [] };
      },
    });
  }
  app.synth();

  expect(seen).toEqual(['Prod/Orders/Bucket']);
});

test('what was acknowledged passes, and only that', () => {
  const both = aPolicy({ tags: [aTag({ key: 'app::Owner' }), aTag({ key: 'Stage' })] });
  const synth = (...ids: string[]) => {
    const app = new App();
    const bucket = new CfnBucket(new Stack(app, 'Orders'), 'Bucket');
    Validations.of(app).addPlugins(new RequiredTagsValidation(both));
    for (const id of ids) Validations.of(bucket).acknowledge({ id, reason: 'It goes away in May.' });
    return () => app.synth();
  };

  expect(synth('Required-Tags::app:Owner', 'Required-Tags::Stage')).not.toThrow();
  expect(synth('Required-Tags::app:Owner')).toThrow(/The tag Stage is missing/);
  expect(synth()).toThrow(/The tag app::Owner is missing[^]*The tag Stage is missing/);
});
