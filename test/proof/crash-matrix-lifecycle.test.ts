import { expect, it } from 'vitest';
import { crashMatrix, type Story } from '#test/proof/crash-matrix.ts';
import { lifecyclePage } from '#test/scenarios/lifecycle-story.ts';

const DAY_MS = 86_400_000;

it('of pages, two accounts, owed edits and a reminder, no crash changes a final message or repeats a post twice', async () => {
  const story: Story = async (cloud, settle) => {
    const page = (account: string, number: number, total: number) =>
      lifecyclePage(cloud.clock, 'CRASH', {
        account,
        number,
        total,
        minutes: 0,
        status: 'PENDING',
        inDays: 95,
      });
    const events = [page('444455556666', 2, 2), page('444455556666', 1, 2), page('111122223333', 1, 1)];
    for (const event of events) {
      await cloud.putEvent(event);
      await settle();
    }
    // The owed edits first, then the reminder, each by a tick of the alert clock.
    for (const wait of [300_000, 6 * DAY_MS, 300_000]) {
      cloud.clock.advance(wait);
      await settle();
    }
  };
  // The path of one event is killed at each of its calls in another matrix.
  expect(await crashMatrix(story, { every: 3 })).toBeGreaterThan(50);
});
