import { randomBytes } from 'node:crypto';
import type { BusEvent } from '#local/bus/bus-event.ts';
import type { Clock } from '#local/clock.ts';
import type { Story, Telling } from '#local/replay-events/story.ts';

type Progress = { telling: Telling; told: number };

/** Where each story stands. After its last step it can be told anew, with new ids. */
export class StoryBook {
  readonly #stories: Story[];
  readonly #clock: Pick<Clock, 'now'>;
  readonly #progress = new Map<string, Progress>();

  constructor(stories: Story[], clock: Pick<Clock, 'now'>) {
    this.#stories = stories;
    this.#clock = clock;
  }

  /** The stories with the number of steps told. */
  list() {
    return this.#stories.map(({ id, title, about, steps }) => ({
      id,
      title,
      about,
      told: this.#progress.get(id)?.told ?? 0,
      steps: steps.map(({ title, shows }) => ({ title, shows })),
    }));
  }

  /** The event of the next step. Looking at it does not tell it; nothing comes after the last. */
  peek(storyId: string): BusEvent | undefined {
    const { told, telling } = this.#at(storyId);
    const step = this.#stories.find(({ id }) => id === storyId)?.steps[told];
    return step?.event({ ...telling, now: this.#after(telling) });
  }

  /** The same, told. */
  next(storyId: string): BusEvent | undefined {
    const { told, telling } = this.#at(storyId);
    const event = this.peek(storyId);
    if (!event) return undefined;
    this.#progress.set(storyId, { told: told + 1, telling: { ...telling, now: this.#after(telling) } });
    return event;
  }

  /** From its first step, as another telling. */
  restart(storyId: string): void {
    this.#progress.set(storyId, { told: 0, telling: this.#newTelling(this.#at(storyId).telling.number + 1) });
  }

  #at(storyId: string): Progress {
    const known = this.#progress.get(storyId) ?? { told: 0, telling: this.#newTelling(1) };
    this.#progress.set(storyId, known);
    return known;
  }

  #newTelling(number: number): Telling {
    const now = this.#clock.now();
    return { id: randomBytes(8).toString('hex'), number, startedAt: now, now };
  }

  /** Events carry whole seconds: two steps within one would have no order. */
  #after({ now }: Telling): number {
    return Math.max(this.#clock.now(), now + 1000);
  }
}
