import type { Clock } from '#local/clock.ts';
import type { EventSource, Queue } from '#local/estate.ts';
import type { ReceivedMessage } from './message.ts';

const SINGLE_RECEIVE = 10;

/** Gathers messages into a batch until it is full or its window, counted from the first one, is over. */
export class BatchWindow {
  #size: number;
  #milliseconds: number;
  #clock: Clock;
  #release: (batch: ReceivedMessage[]) => void;
  #gathered: ReceivedMessage[] = [];
  #cancelEnd = () => {};

  constructor(
    { batchSize, batchWindowSeconds }: EventSource,
    queue: Queue,
    clock: Clock,
    release: (batch: ReceivedMessage[]) => void,
  ) {
    // AWS refuses both when the mapping is made.
    if (queue.fifo && batchWindowSeconds > 0)
      throw new Error(`${queue.name}: no batch window on FIFO queues`);
    if (batchSize > SINGLE_RECEIVE && batchWindowSeconds === 0) {
      throw new Error(`${queue.name}: a batch of more than ${SINGLE_RECEIVE} messages needs a batch window`);
    }
    this.#size = batchSize;
    this.#milliseconds = batchWindowSeconds * 1000;
    this.#clock = clock;
    this.#release = release;
  }

  get room(): number {
    return this.#size - this.#gathered.length;
  }

  add(messages: ReceivedMessage[]): void {
    const isFirst = this.#gathered.length === 0;
    this.#gathered.push(...messages);
    if (this.room === 0 || this.#milliseconds === 0) this.#end();
    else if (isFirst) {
      this.#cancelEnd = this.#clock.timer(this.#clock.now() + this.#milliseconds, () => this.#end());
    }
  }

  close(): void {
    this.#cancelEnd();
  }

  #end(): void {
    this.#cancelEnd();
    const batch = this.#gathered;
    this.#gathered = [];
    this.#release(batch);
  }
}
