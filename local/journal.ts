/** One thing that happened in the embedded cloud, in words for people. Never a body or a secret. */
export type Step = {
  at: number;
  kind: 'event' | 'rule' | 'queue' | 'function' | 'call' | 'internet' | 'schedule' | 'log';
  text: string;
  failed?: boolean;
  durationMs?: number;
};

const KEPT = 5000;

/** What happened, in order; the oldest steps give way. */
export class Journal {
  #steps: Step[] = [];
  #listeners = new Set<(step: Step) => void>();

  get steps(): readonly Step[] {
    return this.#steps;
  }

  add(step: Step): void {
    this.#steps.push(step);
    if (this.#steps.length > KEPT) this.#steps.splice(0, this.#steps.length - KEPT);
    for (const listener of this.#listeners) listener(step);
  }

  listen(listener: (step: Step) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
