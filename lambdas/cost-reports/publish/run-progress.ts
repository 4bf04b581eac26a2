import { createHash } from 'node:crypto';
import { stateKey } from '#lambdas/contracts/report-keys.ts';
import { type ReportStore, readJson, writeJson } from '#lambdas/runtime/report-store.ts';

/** Of the latest run: a hash of the content of each table's month that it has written. */
type Progress = { run: string; done: Record<string, string> };

const KEY = stateKey('cost-reports', 'progress');

/** What a run has written in its former attempts, so that a repeat writes only what it has more of. */
export async function openProgress(store: Pick<ReportStore, 'read' | 'write'>, run: string) {
  const stored = await readJson<Progress>(store, KEY);
  const done = stored?.run === run ? stored.done : {};
  return {
    isDone: (id: string, content: unknown) => done[id] === hashOf(content),

    async done(id: string, content: unknown): Promise<void> {
      done[id] = hashOf(content);
      await writeJson(store, KEY, { run, done } satisfies Progress);
    },
  };
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
