import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNotebook } from '#bin/commands/cost/run-notebook.ts';
import type { CostMessage } from '#lambdas/cost-reports/cost-message.ts';
import { aFolder } from '#test/commands/cost/a-folder.ts';

const MORNING: CostMessage = { kind: 'run', set: 'monthly', at: '2026-11-22T09:00:00Z' };
const EVENING: CostMessage = { ...MORNING, at: '2026-11-22T21:00:00Z' };
/** No process has so high a number. */
const GONE = 2 ** 30;

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeEach(async () => {
  folder = await aFolder();
});
afterEach(() => folder.remove());

const leave = (text: string) => writeFile(join(folder.path, '.run.json'), text);
const leaveRun = (process: number, message: CostMessage) => leave(JSON.stringify({ process, message }));

test('a run that was finished is not taken up again', async () => {
  const first = await openNotebook(join(folder.path, 'new'), MORNING);
  await first.finish();
  const second = await openNotebook(join(folder.path, 'new'), EVENING);

  expect(first).toMatchObject({ message: MORNING, isResumed: false });
  expect(second).toMatchObject({ message: EVENING, isResumed: false });
  await second.finish();
  expect(await readdir(join(folder.path, 'new'))).toEqual([]);
});

test('a run that broke off goes on under its name, so that its pages are found', async () => {
  await openNotebook(folder.path, MORNING);
  const again = await openNotebook(folder.path, EVENING);

  expect(again).toMatchObject({ message: MORNING, isResumed: true });
});

describe('a run begins anew', () => {
  test.each([
    ['on another day', { ...MORNING, at: '2026-11-23T00:00:00Z' }],
    ['of the other set', { ...EVENING, set: 'daily' }],
  ] as const)('%s', async (_when, wanted) => {
    await leaveRun(GONE, MORNING);

    expect(await openNotebook(folder.path, wanted)).toMatchObject({ message: wanted, isResumed: false });
  });

  test('where nothing could be noted of the last one', async () => {
    await leave('');

    expect(await openNotebook(folder.path, EVENING)).toMatchObject({ message: EVENING, isResumed: false });
  });
});

test('two runs never work in one folder: they would ask twice, and count once', async () => {
  await leaveRun(process.ppid, MORNING);

  await expect(openNotebook(folder.path, EVENING)).rejects.toThrow(
    `A run works in ${folder.path} already (process ${process.ppid})`,
  );
});
