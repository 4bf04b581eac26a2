import type { ExportFile, ExportFiles } from '#lambdas/cost-reports/focus/export-files.ts';
import { ExportRefusal } from '#lambdas/cost-reports/focus/export-refusal.ts';
import type { Delivered } from '#lambdas/cost-reports/focus/find-deliveries.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

const DIRECTLY_IN_PERIOD = /\/billing_period=[^/]*\/[^/]+$/i;
const DATA_FILE = /\.(?:csv\.gz|parquet)$/i;
/** A delivery takes minutes. What was written longer ago is complete, though the manifest be older: it was copied. */
const DELIVERY_MILLISECONDS = 30 * 60 * 1000;

/**
 * The files that hold a billing period now. The manifest names them: an export that creates new files leaves the
 * former in their folders, and one that overwrites leaves emptied ones when it needs fewer.
 * https://docs.aws.amazon.com/cur/latest/userguide/dataexports-export-delivery.html
 */
export async function currentFiles(files: ExportFiles, period: Delivered, now: Date): Promise<ExportFile[]> {
  const [manifest] = newestFirst(period.manifests);
  const current = manifest ? await namedFiles(files, period, manifest) : overwritten(period);
  if (manifest && current.some((file) => isInDelivery(file, manifest, now))) {
    throw new RetryLaterError('The export is being delivered', { afterSeconds: 300 });
  }
  const strange = current.find(({ key }) => !DATA_FILE.test(key));
  if (strange) {
    throw new ExportRefusal(
      'invalid',
      `${strange.key} is neither gzip CSV nor Parquet: the export must be delivered as one of the two.`,
    );
  }
  return current.filter(({ bytes }) => bytes > 0);
}

async function namedFiles(
  files: ExportFiles,
  { data, month }: Delivered,
  manifest: ExportFile,
): Promise<ExportFile[]> {
  const names = dataFilesOf(await textOf(files, manifest));
  if (!names)
    throw new ExportRefusal(
      'invalid',
      `${manifest.key} has no dataFiles: it is no manifest of AWS Data Exports.`,
    );
  return names.map((name) => {
    // A bucket that the export was copied to has other beginnings of the same names.
    const inData = `/data/${name.split('/data/').at(-1)}`;
    const found = data.find(({ key }) => key.endsWith(inData));
    if (found) return found;
    throw new ExportRefusal(
      'unavailable',
      `The manifest of ${month} names ${name}, which is not in the bucket.`,
    );
  });
}

function dataFilesOf(text: string): string[] | undefined {
  try {
    const { dataFiles } = JSON.parse(text) as { dataFiles?: unknown };
    return Array.isArray(dataFiles) ? dataFiles.filter((name) => typeof name === 'string') : undefined;
  } catch {
    return undefined;
  }
}

/** Without a manifest nobody knows which of several executions is the last. */
function overwritten({ data, month }: Delivered): ExportFile[] {
  const current = data.filter(({ key }) => DIRECTLY_IN_PERIOD.test(key));
  if (current.length > 0 || data.length === 0) return current;
  throw new ExportRefusal(
    'unavailable',
    `${month} has no manifest in metadata/, which says which of its files are the last.`,
  );
}

function isInDelivery(file: ExportFile, manifest: ExportFile, now: Date): boolean {
  const age = now.getTime() - file.writtenAt.getTime();
  return file.writtenAt > manifest.writtenAt && age < DELIVERY_MILLISECONDS;
}

function newestFirst(manifests: readonly ExportFile[]): ExportFile[] {
  return manifests.toSorted((one, other) => other.writtenAt.getTime() - one.writtenAt.getTime());
}

async function textOf(files: ExportFiles, file: ExportFile): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await files.read(file)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
