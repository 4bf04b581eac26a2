import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { chapterOf } from '#test/scenarios/health-story.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

type Report = { function: string; modules: string[]; rss: number };

const REPORTER = join(import.meta.dirname, 'report-process.mjs');
/** Above a bare Node process, after the first event. */
const RSS_LIMIT_BYTES = 32 * 1024 * 1024;
/** Each costs tens of milliseconds of every cold start. */
const NOT_LOADED = /internal\/deps\/undici|internal\/http2|NativeModule http2/;

const folder = mkdtempSync(join(tmpdir(), 'reeve-budget-'));
let bare: Report;
let functions: Report[];

beforeAll(async () => {
  const file = join(folder, 'report');
  const cloud = await startEmbeddedCloud({
    assembly: ASSEMBLY,
    environment: { NODE_OPTIONS: `--import=${REPORTER}`, REPORT_TO: file },
  });
  const idle = spawn(process.execPath, ['--import', REPORTER, '-e', 'setTimeout(() => {}, 60000)'], {
    env: { REPORT_TO: file },
    stdio: 'ignore',
  });
  await cloud.putEvent(chapterOf(cloud.clock, 'BUDGET', { minutes: 0, text: 'The first event.' }));
  await cloud.settled();
  cloud.clock.advance(60_000);
  await cloud.settled();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const whole = readdirSync(folder).filter((name) => !name.endsWith('.unfinished'));
  const reports = whole.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Report);
  idle.kill();
  await cloud.stop();
  bare = reports.find((report) => report.function === 'bare') as Report;
  functions = reports.filter((report) => report.function !== 'bare');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('after its first event', () => {
  it('every function of the event path has reported', () => {
    expect(functions).toHaveLength(4);
    expect(bare.rss).toBeGreaterThan(20 * 1024 * 1024);
  });

  it('no function has loaded undici or http2', () => {
    const loaded = functions.flatMap(({ function: name, modules }) =>
      modules.filter((module) => NOT_LOADED.test(module)).map((module) => `${name}: ${module}`),
    );
    expect(loaded).toEqual([]);
  });

  it('every function holds at most 32 MB more memory than a bare Node', () => {
    for (const { function: name, rss } of functions) {
      process.stdout.write(`${name}: ${Math.round((rss - bare.rss) / 1024 / 1024)} MB above bare Node\n`);
      expect(rss - bare.rss, name).toBeLessThanOrEqual(RSS_LIMIT_BYTES);
    }
  });
});
