import { invariant } from '#test/estate/invariant.ts';
import { isTlsOnly, type ResourcePolicy, type Statement } from '#test/estate/policy.ts';
import { listOf, propertiesOf, resourcesOf, type Template, targetOf } from '#test/estate/template.ts';

type Bucket = {
  BucketEncryption?: {
    ServerSideEncryptionConfiguration: { ServerSideEncryptionByDefault?: { SSEAlgorithm: string } }[];
  };
  PublicAccessBlockConfiguration?: Record<string, boolean>;
  OwnershipControls?: { Rules: { ObjectOwnership: string }[] };
  VersioningConfiguration?: { Status: string };
  LifecycleConfiguration?: { Rules: Rule[] };
};
type Rule = { Prefix?: string; ExpirationInDays?: number; NoncurrentVersionExpiration?: object };
type BucketPolicy = ResourcePolicy & { Bucket: unknown };

const BUCKET = 'AWS::S3::Bucket';
const POLICY = 'AWS::S3::BucketPolicy';
const WAYS_IN = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];
/** What no run could make again: AWS forgets a month after 14 or 38 of them. */
const KEPT = ['tables/', 'exports/', 'superseded/', 'state/'];

/** Each version of a thread is an object of its own, and a former one is deleted so that it is gone. */
const NEVER_OVERWRITTEN = /^SupportCases(?:Raw|Redacted)Bucket/;

const firstBucket = (template: Template) => propertiesOf<Bucket>(template, BUCKET);
const violatedBy = (isRight: (bucket: Bucket) => boolean) => (template: Template) =>
  resourcesOf<Bucket>(template, BUCKET).flatMap(([id, bucket]) => (isRight(bucket) ? [] : [id]));
const statementsOf = (template: Template, bucketId: string): Statement[] =>
  resourcesOf<BucketPolicy>(template, POLICY)
    .filter(([, { Bucket }]) => targetOf(Bucket) === bucketId)
    .flatMap(([, { PolicyDocument }]) => PolicyDocument.Statement);

invariant({
  rule: 'every bucket is closed to everybody outside the account, whatever a policy or an object says',
  violations: violatedBy(
    ({ PublicAccessBlockConfiguration: block, OwnershipControls: owner }) =>
      WAYS_IN.every((way) => block?.[way] === true) &&
      owner?.Rules[0]?.ObjectOwnership === 'BucketOwnerEnforced',
  ),
  broken: {
    'the default': (template) => delete firstBucket(template).PublicAccessBlockConfiguration,
    'a policy that may open it': (template) => {
      const bucket = firstBucket(template);
      bucket.PublicAccessBlockConfiguration = {
        ...bucket.PublicAccessBlockConfiguration,
        BlockPublicPolicy: false,
      };
    },
    'files with owners of their own': (template) => delete firstBucket(template).OwnershipControls,
  },
});

invariant({
  rule: 'every bucket is reached by TLS only, itself and its files',
  violations: (template) =>
    resourcesOf<Bucket>(template, BUCKET).flatMap(([id]) => {
      const closed = statementsOf(template, id).filter((statement) => isTlsOnly(statement, 's3:*'));
      const about = closed.flatMap(({ Resource }) => listOf(Resource)).map((one) => JSON.stringify(one));
      const arn = `{"Fn::GetAtt":["${id}","Arn"]}`;
      const files = `{"Fn::Join":["",[${arn},"/*"]]}`;
      return about.includes(arn) && about.includes(files) ? [] : [id];
    }),
  broken: {
    'a bucket without a policy': (template) => (template.Resources['Bare'] = { Type: BUCKET }),
    'a policy that leaves the files out': (template) => {
      for (const statement of propertiesOf<ResourcePolicy>(template, POLICY).PolicyDocument.Statement) {
        statement.Resource = listOf(statement.Resource)[0];
      }
    },
    'a policy about another bucket': (template) => {
      propertiesOf<BucketPolicy>(template, POLICY).Bucket = { Ref: 'Another' };
    },
  },
});

invariant({
  rule: 'every bucket is encrypted with keys of S3, which cost nothing and need no grant',
  violations: violatedBy(({ BucketEncryption }) => {
    const [rule] = BucketEncryption?.ServerSideEncryptionConfiguration ?? [];
    return rule?.ServerSideEncryptionByDefault?.SSEAlgorithm === 'AES256';
  }),
  broken: {
    'nothing said': (template) => delete firstBucket(template).BucketEncryption,
    'a key of KMS': (template) => {
      const SSEAlgorithm = 'aws:kms';
      firstBucket(template).BucketEncryption = {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm } }],
      };
    },
  },
});

invariant({
  rule: 'every bucket in which files are overwritten keeps the former ones, for a time',
  violations: (template) =>
    violatedBy(
      ({ VersioningConfiguration, LifecycleConfiguration }) =>
        VersioningConfiguration?.Status === 'Enabled' &&
        (LifecycleConfiguration?.Rules ?? []).some(
          ({ Prefix, NoncurrentVersionExpiration }) =>
            Prefix === undefined && NoncurrentVersionExpiration !== undefined,
        ),
    )(template).filter((id) => !NEVER_OVERWRITTEN.test(id)),
  broken: {
    'no versions': (template) => delete firstBucket(template).VersioningConfiguration,
    'versions for ever': (template) => delete firstBucket(template).LifecycleConfiguration,
  },
});

invariant({
  rule: 'no report is forgotten',
  violations: violatedBy(({ LifecycleConfiguration }) =>
    (LifecycleConfiguration?.Rules ?? [])
      .filter(({ ExpirationInDays }) => ExpirationInDays !== undefined)
      .every(({ Prefix = '' }) => !KEPT.some((kept) => kept.startsWith(Prefix) || Prefix.startsWith(kept))),
  ),
  broken: {
    'an end for everything': (template) =>
      firstBucket(template).LifecycleConfiguration?.Rules.push({ ExpirationInDays: 400 }),
    'an end for exports': (template) =>
      firstBucket(template).LifecycleConfiguration?.Rules.push({
        Prefix: 'exports/costs/',
        ExpirationInDays: 400,
      }),
  },
});

invariant({
  rule: 'every bucket outlives its stack',
  violations: ({ Resources }) =>
    Object.entries(Resources).flatMap(([id, { Type, DeletionPolicy, UpdateReplacePolicy }]) =>
      Type !== BUCKET || (DeletionPolicy === 'Retain' && UpdateReplacePolicy === 'Retain') ? [] : [id],
    ),
  broken: {
    'deletion with the stack': ({ Resources }) => {
      for (const resource of Object.values(Resources)) resource.DeletionPolicy = 'Delete';
    },
    'deletion when it is replaced': ({ Resources }) => {
      for (const resource of Object.values(Resources)) delete resource.UpdateReplacePolicy;
    },
  },
});
