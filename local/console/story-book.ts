import { randomBytes } from 'node:crypto';
import type { BusEvent } from '#local/bus/bus-event.ts';
import type { Clock } from '#local/clock.ts';
import type { PlayedStory, Stage, Story, Telling } from '#local/replay-events/story.ts';

type Progress = { telling: Telling; told: number };

/** Where each story stands. After its last step it can be told anew, with new ids. */
export class StoryBook {
  readonly #stories: (Story | PlayedStory)[];
  readonly #clock: Pick<Clock, 'now'>;
  readonly #progress = new Map<string, Progress>();

  constructor(stories: (Story | PlayedStory)[], clock: Pick<Clock, 'now'>) {
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
      steps: steps.map((step) => ({ title: step.title, shows: step.shows, played: 'play' in step })),
    }));
  }

  /** The event of the next step. Looking at it does not tell it; nothing comes after the last, nor of a played one. */
  peek(storyId: string): BusEvent | undefined {
    const step = this.#step(storyId);
    return step && 'event' in step ? step.event(this.#nextTelling(storyId)) : undefined;
  }

  /** The same, told. */
  next(storyId: string): BusEvent | undefined {
    const event = this.peek(storyId);
    if (event) this.#tell(storyId);
    return event;
  }

  /** Plays the next step on a stage; false where it is none to be played. */
  async play(storyId: string, stage: Stage): Promise<boolean> {
    const step = this.#step(storyId);
    if (!step || !('play' in step)) return false;
    const telling = this.#nextTelling(storyId);
    this.#tell(storyId);
    await step.play(stage, telling);
    return true;
  }

  /** From its first step, as another telling. */
  restart(storyId: string): void {
    this.#progress.set(storyId, { told: 0, telling: this.#newTelling(this.#at(storyId).telling.number + 1) });
  }

  #step(storyId: string) {
    return this.#stories.find(({ id }) => id === storyId)?.steps[this.#at(storyId).told];
  }

  #nextTelling(storyId: string): Telling {
    const { telling } = this.#at(storyId);
    return { ...telling, now: this.#after(telling) };
  }

  #tell(storyId: string): void {
    const { told } = this.#at(storyId);
    this.#progress.set(storyId, { told: told + 1, telling: this.#nextTelling(storyId) });
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
