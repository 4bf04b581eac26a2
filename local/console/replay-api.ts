import * as z from 'zod/mini';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Stage } from '#local/replay-events/story.ts';
import { allStories, toldStories } from '#local/replay-events/told-stories.ts';
import { type Api, taking } from './api.ts';
import { readEvent } from './read-event.ts';
import { Refusal } from './refusal.ts';
import { StoryBook } from './story-book.ts';

const StoryNamed = z.object({ story: z.enum(allStories.map(({ id }) => id)) });
const Pasted = z.object({ text: z.string() });

/** Stories to replay step by step, and events of one's own. */
export function replayApi(cloud: Pick<EmbeddedCloud, 'clock'> & Stage): Api {
  const { clock, putEvent, estate } = cloud;
  const book = new StoryBook(toldStories(estate), clock);
  return {
    'GET /api/stories': () => book.list(),

    /** For those who want to change it before they send it. */
    'GET /api/stories/event': taking(StoryNamed, ({ story }) => {
      return { event: book.peek(story) ?? refuseToGoOn() };
    }),

    'POST /api/stories/next': taking(StoryNamed, async ({ story }) => {
      if (await book.play(story, cloud)) return { stories: book.list() };
      const event = book.next(story) ?? refuseToGoOn();
      await putEvent(event);
      return { event, stories: book.list() };
    }),

    'POST /api/stories/restart': taking(StoryNamed, ({ story }) => {
      book.restart(story);
      return { stories: book.list() };
    }),

    'POST /api/events': taking(Pasted, async ({ text }) => {
      const event = readEvent(text, clock.now());
      await putEvent(event);
      return { event };
    }),
  };
}

function refuseToGoOn(): never {
  throw new Refusal(409, 'The story is at its end: start it over');
}
