import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder of a test. */
export async function aFolder() {
  const path = await mkdtemp(join(tmpdir(), 'reeve-costs-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
