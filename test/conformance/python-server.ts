import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type PythonServer = {
  url: string;
  /** All it wrote so far. */
  log: () => string;
  stop: () => Promise<void>;
};

export type PythonServerOptions = {
  name: string;
  /** The interpreter, or a program of the same folder. */
  program: string;
  args: (port: number) => string[];
  environment?: (port: number) => Record<string, string>;
  /** Where its log is kept. */
  home: string;
  /** A page that it answers once it is up. */
  page: string;
};

const START_SECONDS = 60;

/** Starts a counterpart written in Python on a free port of this machine, and waits until it answers. */
export async function startPythonServer(options: PythonServerOptions): Promise<PythonServer> {
  const { name, program, home } = options;
  mkdirSync(home, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logFile = join(home, 'log');
  const output = openSync(logFile, 'w');
  const server = spawn(program, options.args(port), {
    cwd: dirname(logFile),
    env: { ...withoutAws(process.env), ...options.environment?.(port) },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const log = () => readFileSync(logFile, 'utf8');
  for (let tries = START_SECONDS * 4; !(await isUp(`${url}${options.page}`)); tries -= 1) {
    if (tries === 0 || server.exitCode !== null) {
      server.kill();
      throw new Error(`${name} did not start:\n${log().slice(-1000)}`);
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

async function isUp(page: string): Promise<boolean> {
  const answer = await fetch(page).catch(() => undefined);
  return answer?.ok ?? false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
