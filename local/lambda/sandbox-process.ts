import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Clock } from '#local/clock.ts';
import { causeOfExit } from './cause-of-exit.ts';
import { failure, type InvocationFailure } from './invocation-result.ts';
import { readLog } from './read-log.ts';

const BOOTSTRAP = fileURLToPath(new URL('./runtime/bootstrap.mjs', import.meta.url));

// The rest of the memory is for code, stacks and buffers.
const HEAP_SHARE = 0.9;

type Settings = {
  taskRoot: string;
  environment: Record<string, string>;
  memoryMegabytes: number;
  egressUrl: string;
  clock: Clock;
  onLine: (line: string) => void;
  /** Called when all that an invocation wrote, to either output, has been read. */
  onLogEnd: (requestId: string) => void;
  onExit: (cause: InvocationFailure) => void;
};

export type SandboxProcess = { pid: number | undefined; kill: () => void };

/** Starts the process of a sandbox, with nothing of this process's environment. */
export function startSandboxProcess(settings: Settings): SandboxProcess {
  const { taskRoot, environment, egressUrl, clock, onLine, onLogEnd, onExit } = settings;
  const heap = Math.floor(settings.memoryMegabytes * HEAP_SHARE);
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${heap}`, BOOTSTRAP, egressUrl, String(clock.offset), String(clock.speed)],
    { cwd: taskRoot, env: environment, stdio: 'pipe' },
  );

  let outOfMemory = false;
  let startError: Error | undefined;
  const watchLine = (line: string) => {
    outOfMemory ||= line.includes('JavaScript heap out of memory');
    onLine(line);
  };
  const halfRead = new Set<string>();
  const onEnd = (requestId: string) => {
    if (halfRead.delete(requestId)) onLogEnd(requestId);
    else halfRead.add(requestId);
  };
  readLog(child.stdout, { onLine: watchLine, onEnd });
  readLog(child.stderr, { onLine: watchLine, onEnd });
  child.once('error', (error) => {
    startError = error;
  });
  child.once('close', (code, signal) => {
    onExit(
      startError ? failure('InitError', startError.message) : causeOfExit({ code, signal, outOfMemory }),
    );
  });

  return { pid: child.pid, kill: () => void child.kill('SIGKILL') };
}
