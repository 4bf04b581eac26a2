import { stat } from 'node:fs/promises';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { findDeployment } from '#bin/commands/reports/find-deployment.ts';
import { folderStore } from '#bin/commands/reports/folder-store.ts';
import { type ReportBlock, whyNoReports } from '#bin/commands/reports/why-no-reports.ts';
import { reportBucket } from '#lambdas/runtime/report-bucket.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

/**
 * The reports of a folder, else those of the deployment; `place` names it for people. Without both it throws why, and
 * what `otherwise` says.
 */
export async function openReports(
  from: string | undefined,
  stack: string,
  block: ReportBlock,
  otherwise?: () => string,
): Promise<{ store: ReportStore; place: string }> {
  if (from !== undefined) {
    const folder = await stat(from).catch(() => undefined);
    if (!folder?.isDirectory()) throw new Failure(`${from}: there is no such folder.`);
    return { store: folderStore(from), place: from };
  }
  const found = await findDeployment(stack);
  if (found.bucket) return { store: reportBucket(found.bucket), place: `s3://${found.bucket}` };
  const why = whyNoReports(stack, block, found);
  throw new Failure(otherwise ? `${why}\n${otherwise()}` : why);
}
