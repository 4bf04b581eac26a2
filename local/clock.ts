type Timer = { at: number; run: () => void };

/**
 * The one clock of the embedded cloud, in milliseconds since 1970. It runs with the machine's, or `speed`
 * times as fast, and can be moved forward: timers whose moment is passed by a move fire in their order,
 * before `advance` returns.
 */
export class Clock {
  readonly speed: number;
  readonly #startedAt = Date.now();
  #moved = 0;
  #timers = new Set<Timer>();
  #wake: NodeJS.Timeout | undefined;

  constructor(speed = 1) {
    this.speed = speed;
  }

  now(): number {
    return this.#startedAt + (Date.now() - this.#startedAt) * this.speed + this.#moved;
  }

  /** How far this clock is ahead of the machine's, in milliseconds. */
  get offset(): number {
    return this.now() - Date.now();
  }

  advance(milliseconds: number): void {
    if (!(milliseconds >= 0)) throw new RangeError('The clock moves forward only');
    this.#moved += milliseconds;
    this.#fire();
  }

  /** Runs `run` once the clock reads `at` or later; returns how to cancel it. */
  timer(at: number, run: () => void): () => void {
    const timer = { at, run };
    this.#timers.add(timer);
    this.#arm();
    return () => {
      this.#timers.delete(timer);
      this.#arm();
    };
  }

  stop(): void {
    this.#timers.clear();
    clearTimeout(this.#wake);
  }

  #fire(): void {
    const due = [...this.#timers].filter((timer) => timer.at <= this.now()).sort((a, b) => a.at - b.at);
    for (const timer of due) {
      this.#timers.delete(timer);
      timer.run();
    }
    this.#arm();
  }

  #arm(): void {
    clearTimeout(this.#wake);
    if (this.#timers.size === 0) return;
    const next = Math.min(...[...this.#timers].map((timer) => timer.at));
    const milliseconds = Math.max(next - this.now(), 0) / this.speed;
    this.#wake = setTimeout(() => this.#fire(), Math.min(milliseconds, 60_000));
    this.#wake.unref();
  }
}
