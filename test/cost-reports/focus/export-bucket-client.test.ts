import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exportBucket } from '#lambdas/cost-reports/focus/export-bucket-client.ts';
import { ExportRefusal } from '#lambdas/cost-reports/focus/export-refusal.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { aBucket, serveObjectStore } from '#test/local/object-store/serve-object-store.ts';

let served: Awaited<ReturnType<typeof serveObjectStore>>;
beforeEach(async () => {
  served = await serveObjectStore(aBucket({ name: 'billing' }));
  for (const [name, value] of Object.entries(served.environment)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await served.close();
});

const put = (key: string, body: string) =>
  served.client.send(new PutObjectCommand({ Bucket: 'billing', Key: key, Body: body }));

test('lists files below a prefix, and reads one whole or in part', async () => {
  await put('exports/focus/data/a', 'all of it');
  await put('exports/other/b', 'not this');
  const files = exportBucket('billing');

  const [file, ...others] = await files.list('exports/focus/');

  expect(others).toEqual([]);
  expect(file).toMatchObject({ key: 'exports/focus/data/a', bytes: 9 });
  expect(file?.writtenAt.getTime()).toBeGreaterThan(0);
  const chunks: Uint8Array[] = [];
  for await (const chunk of await files.read(file!)) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toBe('all of it');
  expect(Buffer.from(await files.slice(file!, 4, 6)).toString()).toBe('of');
});

test('a file that was delivered anew since it was listed is not read: a retry lists it again', async () => {
  await put('exports/focus/data/a', 'old');
  const files = exportBucket('billing');
  const [file] = await files.list('exports/focus/');
  await put('exports/focus/data/a', 'new');

  await expect(files.read(file!)).rejects.toThrow(RetryLaterError);
  await expect(files.slice(file!, 0, 1)).rejects.toThrow('The export is being delivered');
});

test('a bucket that does not exist is refused by its name and setting', async () => {
  const listing = exportBucket('nowhere').list('exports/');

  await expect(listing).rejects.toThrow(ExportRefusal);
  await expect(listing).rejects.toThrow('no bucket nowhere; costs.focus.bucket');
});
