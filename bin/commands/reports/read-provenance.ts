import { Failure } from '#bin/commands/command-line/errors.ts';
import type { Provenance, TableSchema } from '#lambdas/contracts/report.ts';
import { exportKey } from '#lambdas/contracts/report-keys.ts';
import { type ReportStore, readJson } from '#lambdas/runtime/report-store.ts';

/** How a month of a table came about, as the metadata beside its CSV says. */
export async function readProvenance(
  store: Pick<ReportStore, 'read'>,
  { name }: TableSchema,
  month: string,
): Promise<Provenance> {
  const key = `${exportKey(name, month, 'csv')}-metadata.json`;
  const metadata = await readJson<{ notes?: Provenance[] }>(store, key);
  const provenance = metadata?.notes?.[0];
  if (!provenance)
    throw new Failure(`${name} of ${month} is not whole: ${key} is missing. The next run writes it anew.`);
  return provenance;
}
