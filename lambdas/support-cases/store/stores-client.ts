import { attachmentKey, threadKey, threadPrefix } from '#lambdas/contracts/support/case-keys.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import { reportBucket } from '#lambdas/runtime/report-bucket.ts';
import { readJson } from '#lambdas/runtime/report-store.ts';
import { formerObjectsClient } from '#lambdas/support-cases/store/former-objects-client.ts';
import type { StorePorts } from '#lambdas/support-cases/support-ports.ts';

/** Threads and attachments in their two buckets. */
export function storesClient(buckets: { raw: string; redacted: string }): StorePorts {
  const files = { raw: reportBucket(buckets.raw), redacted: reportBucket(buckets.redacted) };
  const former = { raw: formerObjectsClient(buckets.raw), redacted: formerObjectsClient(buckets.redacted) };
  return {
    readThread: (key) => readJson<CaseThread>(files.raw, key),

    async writeThread(store, thread) {
      const json = JSON.stringify(thread);
      const key = threadKey(store, thread, json);
      await files[store].write(key, [Buffer.from(json)], { contentType: 'application/json' });
      return key;
    },

    deleteThread: (store, key) => former[store].remove(key),

    dropOrphans: (store, one, kept, before) => former[store].drop(threadPrefix(store, one), { kept, before }),

    writeAttachment: ({ account, displayId }, id, chunks) =>
      files.raw.write(attachmentKey(account, displayId, id), chunks, {
        contentType: 'application/octet-stream',
      }),
  };
}
