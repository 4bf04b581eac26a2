import { currentFiles } from '#lambdas/cost-reports/focus/current-files.ts';
import type { ExportFile, ExportFiles, ExportPlace } from '#lambdas/cost-reports/focus/export-files.ts';
import { findDeliveries } from '#lambdas/cost-reports/focus/find-deliveries.ts';

/** An export as it lay in its bucket at one moment. */
export type OpenExport = {
  /** ISO 8601 in UTC. */
  openedAt: string;
  has: (month: string) => boolean;
  /** The files that hold a billing period. */
  filesOf: (month: string) => Promise<readonly ExportFile[]>;
};

/** Lists the export once: all that a run reads of it is of that moment. */
export async function openExport(files: ExportFiles, place: ExportPlace, now: Date): Promise<OpenExport> {
  const deliveries = new Map((await findDeliveries(files, place)).map((period) => [period.month, period]));
  const current = new Map<string, readonly ExportFile[]>();
  return {
    openedAt: now.toISOString(),
    has: (month) => deliveries.has(month),
    async filesOf(month) {
      const period = deliveries.get(month);
      const found = current.get(month) ?? (period ? await currentFiles(files, period, now) : []);
      current.set(month, found);
      return found;
    },
  };
}
