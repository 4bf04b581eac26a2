import { randomUUID } from 'node:crypto';
import type { LambdaFunction } from '#local/estate.ts';
import { failure, type InvocationResult } from './invocation-result.ts';
import { Sandbox } from './sandbox.ts';
import { SandboxPool } from './sandbox-pool.ts';
import type { SandboxSettings } from './sandbox-settings.ts';

const DEFAULT_CONCURRENCY = 4;

type Settings = SandboxSettings & { functions: LambdaFunction[] };

type SandboxInfo = Pick<Sandbox, 'id' | 'pid' | 'state'> & { function: string };

export type LambdaHost = {
  /** Runs one event through a function, named by ARN or name; only an unknown function or a closed host throws. */
  invoke: (functionArnOrName: string, event: unknown) => Promise<InvocationResult>;
  sandboxes: () => SandboxInfo[];
  /** Ends a sandbox as if its machine had failed. */
  kill: (sandboxId: string) => Promise<void>;
  /** Ends every sandbox and waits until their processes are gone. */
  close: () => Promise<void>;
};

/** Runs functions as Lambda does: a process per sandbox, started when an event needs it. */
export function createLambdaHost({ functions, ...settings }: Settings): LambdaHost {
  const pools = functions.map((fn) => {
    const cap = fn.reservedConcurrency ?? DEFAULT_CONCURRENCY;
    return { fn, cap, pool: new SandboxPool(cap, () => Sandbox.start(fn, settings)) };
  });
  const sandboxes = () => pools.flatMap(({ fn, pool }) => pool.sandboxes.map((sandbox) => ({ fn, sandbox })));

  return {
    async invoke(functionArnOrName, event) {
      const found = pools.find(({ fn }) => fn.arn === functionArnOrName || fn.name === functionArnOrName);
      if (!found) throw new Error(`No function ${functionArnOrName}`);
      // Reserving nothing is how a function is switched off.
      return found.cap === 0 ? throttled() : found.pool.invoke(event);
    },
    sandboxes: () =>
      sandboxes().map(({ fn, sandbox: { id, pid, state } }) => ({ id, pid, state, function: fn.name })),
    kill: async (sandboxId) => {
      await sandboxes()
        .find(({ sandbox }) => sandbox.id === sandboxId)
        ?.sandbox.kill();
    },
    close: async () => {
      await Promise.all(pools.map(({ pool }) => pool.close()));
    },
  };
}

function throttled(): InvocationResult {
  const refusal = failure('Throttled', 'Rate Exceeded.');
  return { ...refusal, requestId: randomUUID(), durationMs: 0, cold: false };
}
