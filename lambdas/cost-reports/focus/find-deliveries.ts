import type { ExportFile, ExportFiles, ExportPlace } from '#lambdas/cost-reports/focus/export-files.ts';
import { ExportRefusal } from '#lambdas/cost-reports/focus/export-refusal.ts';

/** What lies in the bucket of a billing period, not yet told apart from former deliveries. */
export type Delivered = {
  /** `YYYY-MM` */
  month: string;
  /** Of each spelling of the folder; the newest is the truth. */
  manifests: ExportFile[];
  data: ExportFile[];
};

/** AWS documents BILLING_PERIOD, and has delivered billing_period too (https://github.com/microsoft/finops-toolkit). */
const IN_PERIOD = /^(.*?)(?:^|\/)(data|metadata)\/billing_period=(\d{4}-\d{2})\/(.+)$/i;
/** Beside it lies `…-Manifest-FOCUS.json`, and those of single executions lie one folder deeper. */
const MANIFEST = /^[^/]*-Manifest\.json$/;

/** The billing periods of an export, the oldest first. Refuses a prefix that has none, and says which has. */
export async function findDeliveries(files: ExportFiles, place: ExportPlace): Promise<Delivered[]> {
  const listed = await files.list(`${place.prefix}/`);
  const periods = new Map<string, Delivered>();
  const otherRoots = new Set<string>();
  for (const file of listed) {
    const [, root = '', folder = '', month = '', rest = ''] = IN_PERIOD.exec(file.key) ?? [];
    if (!month) continue;
    if (root !== place.prefix) {
      otherRoots.add(root);
      continue;
    }
    const period = periods.get(month) ?? { month, manifests: [], data: [] };
    periods.set(month, period);
    if (folder.toLowerCase() === 'data') period.data.push(file);
    else if (MANIFEST.test(rest)) period.manifests.push(file);
  }
  if (periods.size === 0) throw new ExportRefusal('unavailable', emptyMessage(place, listed, otherRoots));
  return [...periods.values()].sort((one, other) => (one.month < other.month ? -1 : 1));
}

function emptyMessage(
  { bucket, prefix }: ExportPlace,
  listed: readonly ExportFile[],
  roots: ReadonlySet<string>,
) {
  const where = `s3://${bucket}/${prefix}/`;
  if (roots.size > 0) {
    const wanted = [...roots].map((root) => `"${root}"`).join(' or ');
    return `No export lies in ${where}: costs.focus.prefix in reeve.config.ts must be ${wanted}.`;
  }
  return listed.length > 0
    ? `In ${where} there are files but no data/BILLING_PERIOD=…; costs.focus.prefix in reeve.config.ts must be the prefix of the export and its name.`
    : `${where} is empty: either costs.focus in reeve.config.ts names another place, or the export is new. AWS delivers it within a day.`;
}
