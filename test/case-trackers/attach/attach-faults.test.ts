import { expect, test } from 'vitest';
import { anAnswerWorld, type Fault } from '#test/case-trackers/answer/an-answer-world.ts';

const LOG = 'https://github.com/user-attachments/files/1/app.log';
const OTHER = 'https://github.com/example/cloud-support/blob/main/other.log';
const HOWS: Fault['how'][] = ['before', 'after', 'killed before', 'killed after'];

async function played(faults: Fault[]) {
  const world = await anAnswerWorld();
  world.kept.set(LOG, new TextEncoder().encode('one'));
  world.kept.set(OTHER, new TextEncoder().encode('two'));
  const comment = world.write(`/aws attach Both: ${LOG} ${OTHER}`);
  world.state.faults = faults;
  const begin = world.state.calls;
  for (let run = 0; run < 6; run += 1) {
    await world.run().catch(() => undefined);
    world.pass(30 * 60_000);
  }
  return { world, comment, calls: world.state.calls - begin };
}

test('one message with all its files and one answer are there after each single fault', async () => {
  const { calls } = await played([]);
  const wrong: unknown[] = [];
  for (let at = 1; at <= calls; at += 1) {
    for (const how of HOWS) {
      // The first call of the world opened its item.
      const { world, comment } = await played([{ at: at + 1, how }]);
      const files = world.aws.messages.map((message) => message.files.length);
      const told = world.told(comment).length;
      if (files.join() !== '2' || told !== 1) wrong.push({ at, how, files, told });
    }
  }

  expect(calls).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});
