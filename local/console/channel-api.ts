import * as z from 'zod/mini';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { type Api, taking } from './api.ts';
import { Refusal } from './refusal.ts';
import { toMessageViews } from './slack/message-view.ts';

/** A page that holds more is slow, and nobody reads it. */
const SHOWN = 100;

const Named = z.object({ name: z.string() });

/** The channels of the settings, and what people see in each of them. */
export function channelApi({ channels, products }: Pick<EmbeddedCloud, 'channels' | 'products'>): Api {
  return {
    'GET /api/channels': () => channels.map(({ name, kind }) => ({ name, kind })),

    'GET /api/channel': taking(Named, ({ name }) => {
      const channel = channels.find((candidate) => candidate.name === name);
      if (!channel) throw new Refusal(404, `There is no channel named ${name}`);
      const { kind } = channel;
      const receiver = products.receivers[name];
      if (receiver) return { name, kind, deliveries: receiver.deliveries().slice(-SHOWN) };
      const messages = toMessageViews(products.slack.messages(products.conversations[name] ?? ''));
      return { name, kind, messages: messages.slice(-SHOWN), older: Math.max(0, messages.length - SHOWN) };
    }),
  };
}
