import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** How long the former version of a file stays after it was replaced. */
const FORMER_VERSIONS = Duration.days(90);
/** Answers as they came: long enough to look into a month of last year. */
const RAW_PAGES = Duration.days(400);
const ATHENA_RESULTS = Duration.days(7);

/** Where reports lie: private, versioned, TLS only. It stays when the stack goes: months that AWS forgets are in it. */
export class ReportBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        {
          id: 'former-versions',
          noncurrentVersionExpiration: FORMER_VERSIONS,
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        { id: 'raw-pages', prefix: 'raw/', expiration: RAW_PAGES },
        {
          id: 'athena-results',
          prefix: 'athena/',
          expiration: ATHENA_RESULTS,
          noncurrentVersionExpiration: ATHENA_RESULTS,
        },
      ],
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions::AwsSolutions-S1',
      reason: '2026-11-22: a trail with data events tells who read a report, where people want to know it.',
    });
  }
}
