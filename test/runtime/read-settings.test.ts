import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readSettings } from '#lambdas/runtime/read-settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reeve-settings-'));
  vi.stubEnv('LAMBDA_TASK_ROOT', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('settings are read from beside the function', () => {
  writeFileSync(join(folder, 'settings.json'), '{"quietAfterDays":14}');
  expect(readSettings<{ quietAfterDays: number }>()).toEqual({ quietAfterDays: 14 });
});

test('a function without its settings does not start', () => {
  expect(() => readSettings()).toThrow('settings.json');
});
