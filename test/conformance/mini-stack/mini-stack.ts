import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WITH_THIS_NODE } from '#test/conformance/mini-stack/aws-account.ts';
import { WORKSHOP } from '#test/conformance/synthesize-assembly.ts';

export type MiniStack = {
  url: string;
  /** All it wrote so far, the functions' own lines included. */
  log: () => string;
  stop: () => Promise<void>;
};

const HOME = join(WORKSHOP, 'mini-stack');
const PRELOAD = new URL('egress-preload.mjs', import.meta.url).href;
const START_SECONDS = 60;

/** Starts MiniStack on a free port of this machine; the functions it runs reach no host but the egress gateway. */
export async function startMiniStack(programs: string, egressUrl: string): Promise<MiniStack> {
  mkdirSync(HOME, { recursive: true });
  // It runs functions below here by a CommonJS file; the project's package.json would make that a module.
  writeFileSync(join(HOME, 'package.json'), '{}');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logFile = join(HOME, 'log');
  const output = openSync(logFile, 'w');
  const environment = {
    ...withoutAws(process.env),
    BIND_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    MINISTACK_HOST: '127.0.0.1',
    PATH: WITH_THIS_NODE,
    NODE_OPTIONS: `--import=${PRELOAD}`,
    REEVE_EGRESS_URL: egressUrl,
    TMPDIR: HOME,
  };
  const script = join(import.meta.dirname, 'mini-stack.py');
  const server = spawn(join(programs, 'python'), [script], {
    env: environment,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const log = () => readFileSync(logFile, 'utf8');
  for (let tries = START_SECONDS * 4; !(await isUp(url)); tries -= 1) {
    if (tries === 0 || server.exitCode !== null) {
      server.kill();
      throw new Error(`MiniStack did not start:\n${log().slice(-1000)}`);
    }
    await sleep(250);
  }
  return {
    url,
    log,
    stop: async () => {
      if (server.exitCode !== null) return;
      server.kill();
      await once(server, 'exit');
    },
  };
}

/** No credentials or endpoint of the person who runs this may reach what is started here. */
function withoutAws(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('AWS_')));
}

async function isUp(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/_ministack/health`).catch(() => undefined);
  return answer?.ok ?? false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
