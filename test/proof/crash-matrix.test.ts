import { expect, it } from 'vitest';
import { crashMatrix } from '#test/proof/crash-matrix.ts';
import { issueStory } from '#test/scenarios/health-story.ts';

it('of an issue that opens, is updated and closes, no crash changes a final message or repeats a post twice', async () => {
  const crashes = await crashMatrix(async (cloud, settle) => {
    for (const event of issueStory(cloud.clock, 'CRASH')) {
      await cloud.putEvent(event);
      await settle();
    }
  });
  expect(crashes).toBeGreaterThan(60);
});
