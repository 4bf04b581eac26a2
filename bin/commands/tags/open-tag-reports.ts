import { stat } from 'node:fs/promises';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { findDeployment } from '#bin/commands/cost/find-deployment.ts';
import { folderStore } from '#bin/commands/cost/folder-store.ts';
import { reportBucket } from '#lambdas/runtime/report-bucket.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

/** The reports of a folder that was copied from the bucket, else those of the deployment; `place` names it for people. */
export async function openTagReports(
  from: string | undefined,
  stack: string,
): Promise<{ store: ReportStore; place: string }> {
  if (from !== undefined) {
    const folder = await stat(from).catch(() => undefined);
    if (!folder?.isDirectory()) throw new Failure(`${from}: there is no such folder.`);
    return { store: folderStore(from), place: from };
  }
  const { bucket, isDeployed, region } = await findDeployment(stack);
  if (bucket) return { store: reportBucket(bucket), place: `s3://${bucket}` };
  throw new Failure(
    isDeployed
      ? `${stack} in ${region} has no reports: npx cdk deploy ${stack} makes what reeve.config.ts says of tags.`
      : `There is no stack ${stack} in ${region}: is it named otherwise (--stack), or elsewhere (AWS_REGION)?`,
  );
}
