import type { Clock } from '#local/clock.ts';

/**
 * Tells listeners that a queue may have something to receive. Rings of one turn of the event loop are one
 * ring, after the turn: a batch is all there when its first reader comes. Future rings share one timer.
 */
export class ArrivalBell {
  #clock: Clock;
  #nextAfter: (now: number) => number;
  #listeners = new Set<() => void>();
  #ringing = false;
  #timer: { at: number; cancel: () => void } | undefined;

  /** `nextAfter` says when to ring again after a timed ring: `Infinity` for never. */
  constructor(clock: Clock, nextAfter: (now: number) => number) {
    this.#clock = clock;
    this.#nextAfter = nextAfter;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  ringAt(at: number): void {
    if (at === Infinity) return;
    if (at <= this.#clock.now()) this.ring();
    else if (!this.#timer || at < this.#timer.at) this.#setTimer(at);
  }

  ring(): void {
    if (this.#ringing) return;
    this.#ringing = true;
    queueMicrotask(() => {
      this.#ringing = false;
      for (const listener of this.#listeners) listener();
    });
  }

  #setTimer(at: number): void {
    this.#timer?.cancel();
    const cancel = this.#clock.timer(at, () => {
      this.#timer = undefined;
      this.ring();
      this.ringAt(this.#nextAfter(this.#clock.now()));
    });
    this.#timer = { at, cancel };
  }
}
