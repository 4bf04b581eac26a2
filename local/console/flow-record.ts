import type { FlowStep } from './flow.ts';

const KEPT = 2000;

/** The steps since the last event entered, with ids that grow; the oldest give way. */
export class FlowRecord {
  #steps: FlowStep[] = [];
  #lastId = 0;

  get steps(): readonly FlowStep[] {
    return this.#steps;
  }

  add(step: Omit<FlowStep, 'id'>): FlowStep {
    this.#lastId += 1;
    const numbered = { ...step, id: this.#lastId };
    if (step.stage === 'event') this.#steps = [];
    this.#steps.push(numbered);
    if (this.#steps.length > KEPT) this.#steps.shift();
    return numbered;
  }
}
