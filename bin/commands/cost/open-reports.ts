import { stat } from 'node:fs/promises';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { findDeployment } from '#bin/commands/cost/find-deployment.ts';
import { folderStore } from '#bin/commands/cost/folder-store.ts';
import { wayWithoutDeployment, whyNoDeployment } from '#bin/commands/cost/no-deployment.ts';
import { reportBucket } from '#lambdas/runtime/report-bucket.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

/** The reports of a folder, else those of the deployment; `place` names it for people. */
export async function openReports(
  from: string | undefined,
  stack: string,
): Promise<{ store: ReportStore; place: string }> {
  if (from !== undefined) {
    const folder = await stat(from).catch(() => undefined);
    if (!folder?.isDirectory()) throw new Failure(`${from}: there is no such folder.`);
    return { store: folderStore(from), place: from };
  }
  const found = await findDeployment(stack);
  if (!found.bucket) throw new Failure(`${whyNoDeployment(stack, found)}\n${wayWithoutDeployment()}`);
  return { store: reportBucket(found.bucket), place: `s3://${found.bucket}` };
}
