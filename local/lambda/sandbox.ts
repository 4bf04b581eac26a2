import { randomUUID } from 'node:crypto';
import type { LambdaFunction } from '#local/estate.ts';
import {
  failure,
  type InvocationFailure,
  type InvocationOutcome,
  type InvocationResult,
} from './invocation-result.ts';
import { type HandedOut, type RuntimeApi, startRuntimeApi } from './runtime-api.ts';
import { newAccessKeyId, sandboxEnvironment } from './sandbox-environment.ts';
import { type SandboxProcess, startSandboxProcess } from './sandbox-process.ts';
import type { SandboxSettings } from './sandbox-settings.ts';
import { toOutcome } from './to-outcome.ts';

type Running = { settle: (outcome: InvocationOutcome) => void; onLogEnd: () => void };

/** One process that runs one function, one invocation at a time, until it ends or is ended. */
export class Sandbox {
  readonly id = randomUUID();
  readonly #fn: LambdaFunction;
  readonly #settings: SandboxSettings;
  readonly #api: RuntimeApi;
  readonly #process: SandboxProcess;
  readonly #accessKeyId = newAccessKeyId();
  readonly #exit = Promise.withResolvers<void>();
  #requestId: string | undefined;
  #running: Running | undefined;
  #limit: NodeJS.Timeout | undefined;
  #end: InvocationFailure | undefined;

  static async start(fn: LambdaFunction, settings: SandboxSettings): Promise<Sandbox> {
    return new Sandbox(fn, settings, await startRuntimeApi());
  }

  private constructor(fn: LambdaFunction, settings: SandboxSettings, api: RuntimeApi) {
    this.#fn = fn;
    this.#settings = settings;
    this.#api = api;
    const { proxyUrl, egressUrl, clock, initLimitSeconds = 10 } = settings;
    const names = { accessKeyId: this.#accessKeyId, logStream: `[$LATEST]${this.id}` };
    this.#process = startSandboxProcess({
      taskRoot: fn.codeDirectory,
      environment: sandboxEnvironment(fn, { ...names, runtimeApi: api.address, proxyUrl }),
      memoryMegabytes: fn.memoryMegabytes,
      egressUrl,
      clock,
      onLine: (line) => this.#log(line),
      onLogEnd: (requestId) => requestId === this.#requestId && this.#running?.onLogEnd(),
      onExit: (cause) => this.#onExit(cause),
    });
    this.#limitTo(initLimitSeconds, 'Init');
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get state(): 'new' | 'idle' | 'busy' | 'ended' {
    if (this.#end) return 'ended';
    if (this.#running) return 'busy';
    return this.#requestId === undefined ? 'new' : 'idle';
  }

  /** Resolves when the process is gone. */
  get exited(): Promise<void> {
    return this.#exit.promise;
  }

  async invoke(event: unknown): Promise<InvocationResult> {
    const requestId = randomUUID();
    const startedAt = performance.now();
    const cold = this.#requestId === undefined;
    const caller = { function: this.#fn.name, sandbox: this.id, requestId };
    this.#requestId = requestId;
    this.#settings.registerCaller(this.#accessKeyId, caller);
    const outcome = await this.#run(requestId, JSON.stringify(event ?? null));
    clearTimeout(this.#limit);
    this.#running = undefined;
    return { ...outcome, requestId, cold, durationMs: performance.now() - startedAt };
  }

  /** Ends the process at once; an invocation that runs fails for the given reason. */
  kill(reason = failure('Crash', 'Runtime exited with error: signal: killed')): Promise<void> {
    this.#end ??= reason;
    this.#process.kill();
    return this.exited;
  }

  /** Settles with what the runtime reports, once its log is read, or with why the process ended before. */
  #run(requestId: string, event: string): Promise<InvocationOutcome> {
    return new Promise((settle, fail) => {
      const log = Promise.withResolvers<void>();
      this.#running = { settle, onLogEnd: log.resolve };
      if (this.#end) return settle(this.#end);
      this.#api
        .offer(() => this.#handOut(requestId, event))
        .then(async (report) => {
          const outcome = toOutcome(report);
          if (report.kind === 'init-error' && outcome.status === 'error') return this.kill(outcome);
          await log.promise;
          settle(outcome);
        })
        .catch(fail);
    });
  }

  #handOut(requestId: string, event: string): HandedOut {
    const { clock, speed = 1 } = this.#settings;
    const seconds = this.#fn.timeoutSeconds / speed;
    this.#limitTo(seconds, 'Task');
    const deadlineMs = clock.now() + seconds * 1000;
    return { requestId, functionArn: this.#fn.arn, deadlineMs, clockOffset: clock.offset, event };
  }

  #limitTo(seconds: number, what: 'Init' | 'Task'): void {
    clearTimeout(this.#limit);
    const timeout = failure('Timeout', `${what} timed out after ${seconds.toFixed(2)} seconds`);
    this.#limit = setTimeout(() => void this.kill(timeout), seconds * 1000);
  }

  #log(line: string): void {
    const { onLog, clock } = this.#settings;
    const { name } = this.#fn;
    onLog?.({ function: name, sandbox: this.id, requestId: this.#requestId, at: clock.now(), line });
  }

  #onExit(cause: InvocationFailure): void {
    clearTimeout(this.#limit);
    this.#end ??= cause;
    this.#running?.settle(this.#end);
    this.#exit.resolve();
    void this.#api.close();
  }
}
