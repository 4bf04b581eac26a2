import { expect, it } from 'vitest';
import { startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { chapterOf } from '#test/scenarios/health-story.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

/** Slack takes a message a second in a channel: in time that runs so much faster, a thousand take seconds. */
const SPEED = 40;
const EVENTS = 1000;

it('a thousand distinct events all arrive, each once', async () => {
  const cloud = await startEmbeddedCloud({
    assembly: ASSEMBLY,
    speed: SPEED,
    fires: ({ arn }) => arn.includes('AlertClock'),
  });
  try {
    const events = Array.from({ length: EVENTS }, (_, index) =>
      chapterOf(cloud.clock, `DISTINCT-${index}`, {
        minutes: 0,
        text: `Words of event ${index}.`,
        detail: { affectedAccount: '444455556666' },
      }),
    );
    for (const event of events) await cloud.putEvent(event);
    const ops = cloud.products.conversations['ops'] ?? '';
    const arrived = () =>
      cloud.products.slack
        .messages(ops)
        .map((message) => /Words of event (\d+)\./.exec(JSON.stringify(message))?.[1]);
    for (let round = 0; round < 60 && new Set(arrived()).size < EVENTS; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 2000));
      process.stdout.write(`${new Set(arrived()).size} of ${EVENTS} arrived\n`);
    }
    await cloud.settled();
    expect(new Set(arrived()).size).toBe(EVENTS);
    expect(arrived()).toHaveLength(EVENTS);
  } finally {
    await cloud.stop();
  }
});
