import type { InvocationResult } from './invocation-result.ts';
import type { Sandbox } from './sandbox.ts';

/** The sandboxes of one function: warm ones are used again, new ones start up to a cap, above it events wait. */
export class SandboxPool {
  readonly #start: () => Promise<Sandbox>;
  readonly #starting = new Set<Promise<Sandbox>>();
  readonly #sandboxes = new Set<Sandbox>();
  readonly #waiting: (() => void)[] = [];
  #free: number;
  #closed = false;

  constructor(cap: number, start: () => Promise<Sandbox>) {
    this.#free = cap;
    this.#start = start;
  }

  get sandboxes(): Sandbox[] {
    return [...this.#sandboxes];
  }

  async invoke(event: unknown): Promise<InvocationResult> {
    await this.#enter();
    try {
      if (this.#closed) throw new Error('The Lambda host is closed');
      const warm = this.sandboxes.find(({ state }) => state === 'idle');
      return await (warm ?? (await this.#add())).invoke(event);
    } finally {
      this.#leave();
    }
  }

  /** Ends every sandbox; events that wait are refused. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#starting);
    await Promise.all(this.sandboxes.map((sandbox) => sandbox.kill()));
  }

  async #add(): Promise<Sandbox> {
    const starting = this.#start();
    this.#starting.add(starting);
    const sandbox = await starting.finally(() => this.#starting.delete(starting));
    this.#sandboxes.add(sandbox);
    void sandbox.exited.then(() => this.#sandboxes.delete(sandbox));
    return sandbox;
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
