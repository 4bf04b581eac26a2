import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { FifoModel } from './fifo-model.ts';

type Action =
  | { kind: 'send'; group: string }
  | { kind: 'receive'; max: number }
  | { kind: 'delete'; pick: number }
  | { kind: 'visibility'; pick: number; seconds: number }
  | { kind: 'wait'; seconds: number };

const kind = <Kind extends Action['kind']>(name: Kind) => fc.constant(name);
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: kind('send'), group: fc.constantFrom('A', 'B', 'C') }),
  fc.record({ kind: kind('receive'), max: fc.integer({ min: 1, max: 10 }) }),
  fc.record({ kind: kind('delete'), pick: fc.nat() }),
  fc.record({ kind: kind('visibility'), pick: fc.nat(), seconds: fc.constantFrom(0, 5, 90) }),
  fc.record({ kind: kind('wait'), seconds: fc.constantFrom(1, 10, 40) }),
);

function run(model: FifoModel, step: Action): void {
  if (step.kind === 'send') model.send(step.group);
  else if (step.kind === 'receive') model.receive(step.max);
  else if (step.kind === 'delete') model.delete(step.pick);
  else if (step.kind === 'visibility') model.changeVisibility(step.pick, step.seconds);
  else model.wait(step.seconds);
}

test('a FIFO queue never reorders a group, never delivers a locked group, never loses a message', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), (steps) => {
      const model = new FifoModel();
      for (const step of steps) run(model, step);
      model.wait(90);
      const left = model.kept.size;
      expect(model.drain()).toBe(left);
    }),
    { numRuns: 300 },
  );
});
