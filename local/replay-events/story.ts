import type { BusEvent } from '#local/bus/bus-event.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';

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

type StepWords = { title: string; shows: string };

export type StoryStep = StepWords & { event: (telling: Telling) => BusEvent };

/** Events of ours that show one behaviour, step by step. */
export type Story = { id: string; title: string; about: string; steps: StoryStep[] };

/** What a played step may change. */
export type Stage = Pick<EmbeddedCloud, 'organization' | 'estate' | 'configRules' | 'putEvent'>;

/** A step in which something is done to the world: what AWS says of that, its counterparts say. */
type PlayedStep = StepWords & { play: (stage: Stage, telling: Telling) => void | Promise<void> };

/** The same, where no event is ours to write. */
export type PlayedStory = Omit<Story, 'steps'> & { steps: PlayedStep[] };
