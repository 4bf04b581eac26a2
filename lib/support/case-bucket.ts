import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/**
 * Where threads of cases lie: private, TLS only, and without versions, so that what was taken out of a thread is gone. It
 * stays when the stack goes: AWS forgets cases after two years.
 */
export class CaseBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ id: 'halves-of-files', abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions::AwsSolutions-S1',
      reason:
        '2026-11-23: what is read by the command line is written down; a trail with data events tells of the rest.',
    });
  }

  /** Nobody else may open its objects, whatever their own policies say. */
  readableOnlyBy(principalArns: string[]): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'OnlyThese',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: [this.bucket.arnForObjects('*')],
        conditions: { ArnNotEquals: { 'aws:PrincipalArn': principalArns } },
      }),
    );
  }

  /** What is written below the prefix stays as it was written. */
  keepForGood(prefix: string): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'StaysForGood',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
        resources: [this.bucket.arnForObjects(`${prefix}/*`)],
      }),
    );
  }
}
