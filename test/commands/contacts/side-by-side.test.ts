import { expect, test } from 'vitest';
import { sideBySide } from '#bin/commands/contacts/side-by-side.ts';

test('never more at a time than the width, and the results in order', async () => {
  let running = 0;
  let most = 0;
  const results = await sideBySide([3, 1, 2, 5, 4], 2, async (turns) => {
    running += 1;
    most = Math.max(most, running);
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    running -= 1;
    return turns * 10;
  });

  expect(results).toEqual([30, 10, 20, 50, 40]);
  expect(most).toBe(2);
});
