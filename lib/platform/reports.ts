import { Stack } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ReportBucket } from '#lib/platform/report-bucket.ts';
import { ReportCatalog } from '#lib/platform/report-catalog.ts';

/** Where the capabilities leave their reports, and how Athena finds them. */
export class Reports extends Construct {
  readonly bucket: Bucket;
  readonly catalog: ReportCatalog;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new ReportBucket(this, 'Files').bucket;
    const name = Stack.of(this)
      .stackName.toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '_');
    this.catalog = new ReportCatalog(this, 'Catalog', { bucket: this.bucket, name });
  }
}
