import type { BusEvent } from '#local/bus/bus-event.ts';

/** One telling of a story: all its events belong together, and those of another telling do not. */
export type Telling = {
  /** Goes into the ids of the events. */
  id: string;
  /** 1 for the first telling since the start. */
  number: number;
  startedAt: number;
  /** The clock's time at this step, at least a second after the step before. */
  now: number;
};

export type StoryStep = { title: string; shows: string; event: (telling: Telling) => BusEvent };

/** Events of ours that show one behaviour, step by step. */
export type Story = { id: string; title: string; about: string; steps: StoryStep[] };
