import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';

const ROOT = join(import.meta.dirname, '../..');
const CONFINED = new URL('./confine-egress.mjs', import.meta.url).href;

export type Ending = { code: number | null; stdout: string; stderr: string };

/** Starts the command line as people do, but away from their own AWS settings. */
export function startReeve(words: string[], environment: Record<string, string> = {}) {
  const { PATH = '' } = process.env;
  const env = { PATH, AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: '/dev/null', ...environment };
  return spawn(process.execPath, ['--import', './bin/node-version.mjs', 'bin/reeve.ts', ...words], {
    cwd: ROOT,
    env: { ...env, AWS_SHARED_CREDENTIALS_FILE: '/dev/null' },
  });
}

/** Runs a command to its end; `input` is what stands on its standard input. */
export async function runReeve(
  words: string[],
  environment?: Record<string, string>,
  input = '',
): Promise<Ending> {
  const reeve = startReeve(words, environment);
  reeve.stdin.end(input);
  const closed = once(reeve, 'close');
  const [stdout, stderr] = await Promise.all([text(reeve.stdout), text(reeve.stderr)]);
  await closed;
  return { code: reeve.exitCode, stdout, stderr };
}

/** The environment in which commands meet an embedded cloud, and chat products its counterparts. */
export function environmentOf({ proxy, gateway, hub }: EmbeddedCloud): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: proxy.url,
    AWS_REGION: hub.region,
    AWS_ACCESS_KEY_ID: 'person',
    AWS_SECRET_ACCESS_KEY: 'person',
    REEVE_EGRESS_URL: gateway.url,
    NODE_OPTIONS: `--import=${CONFINED}`,
  };
}
