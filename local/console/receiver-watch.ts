import type { ChatProducts } from '#local/chat-products.ts';
import type { ChannelChange } from './updates.ts';

/** Tells what webhook receivers got since the last look; they announce nothing themselves. */
export class ReceiverWatch {
  readonly #receivers: ChatProducts['receivers'];
  readonly #seen = new Map<string, string>();

  constructor(receivers: ChatProducts['receivers']) {
    this.#receivers = receivers;
    this.news();
  }

  news(): ChannelChange[] {
    return Object.entries(this.#receivers).flatMap(([channel, receiver]) => {
      const deliveries = receiver.deliveries();
      const state = deliveries.map(({ id, repeats }) => `${id} ${repeats}`).join();
      if (this.#seen.get(channel) === state) return [];
      this.#seen.set(channel, state);
      return [{ channel, kind: 'posted', text: `${channel}: ${deliveries.length} signed deliveries` }];
    });
  }
}
