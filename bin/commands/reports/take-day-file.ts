import { Failure } from '#bin/commands/command-line/errors.ts';
import type { Terminal } from '#bin/commands/command-line/terminal.ts';
import type { OpenDay } from '#bin/commands/reports/open-day.ts';
import { showSize, writeFile } from '#bin/commands/reports/write-file.ts';
import { exportKey } from '#lambdas/contracts/report-keys.ts';

/** A file of a day as it was published, byte for byte: into a file, else to standard output. */
export async function takeDayFile(
  { store, day: { schema, period }, about }: OpenDay,
  { format, out }: { format: string; out: string | undefined },
  terminal: Terminal,
): Promise<void> {
  const file = await store.read(exportKey(schema.name, period, format));
  if (!file) throw new Failure(`${schema.name} of ${period} is not whole. The next run writes it anew.`);
  if (out === undefined || out === '-') return terminal.stream(file);
  const bytes = await writeFile(out, file);
  terminal.answer(`Wrote ${out}: ${showSize(bytes)}.`, { ...about, file: out, format, bytes });
}
