import type { Clock } from '#local/clock.ts';
import { SlackError } from './slack-error.ts';

export type SlackChannel = {
  id: string;
  name: string;
  members?: string[];
  archived?: boolean;
  /** Whether the bot was invited; true if left out. */
  botIsMember?: boolean;
  /** An administrator allows only some people to post. */
  restricted?: boolean;
};

/** A picture in a message; `src` is a data URL. */
export type SlackFile = { id: string; title: string; alt: string; src: string };

export type SlackMessage = {
  ts: string;
  /** The bot or incoming webhook that posted it. */
  bot: string;
  text: string;
  blocks: unknown[];
  files?: SlackFile[];
  thread_ts?: string;
  username?: string;
  edited?: { ts: string };
  reactions: { name: string; users: string[] }[];
  deleted: boolean;
  /** Whom the message notifies, as `pingsIn` finds them. */
  pings: string[];
};

type Draft = Omit<SlackMessage, 'ts' | 'edited' | 'reactions' | 'deleted'>;

export type SlackChange = {
  kind: 'posted' | 'edited' | 'reacted' | 'deleted';
  channel: string;
  message: SlackMessage;
};

/** The channels of a workspace with their messages, oldest first. */
export class Workspace {
  readonly #clock: Clock;
  readonly #channels: Map<string, SlackChannel>;
  readonly #messages = new Map<string, SlackMessage[]>();
  readonly #listeners = new Set<(change: SlackChange) => void>();

  /** Whether a reply to a missing message becomes a message of its own, unannounced: slack-go/slack#1571. */
  readonly dropsUnknownThreads: boolean;

  constructor(clock: Clock, channels: SlackChannel[], dropsUnknownThreads: boolean) {
    this.dropsUnknownThreads = dropsUnknownThreads;
    this.#clock = clock;
    this.#channels = new Map(channels.map((channel) => [channel.id, { ...channel }]));
  }

  channel(id: unknown): SlackChannel {
    const channel = this.#channels.get(String(id));
    if (!channel) throw new SlackError('channel_not_found');
    return channel;
  }

  /** `chat.postMessage` alone also takes a channel by its name. */
  channelByNameOrId(value: unknown): SlackChannel {
    const name = String(value).replace(/^#/, '');
    return [...this.#channels.values()].find((channel) => channel.name === name) ?? this.channel(value);
  }

  messages(channelId: string): SlackMessage[] {
    return this.#messages.get(channelId) ?? [];
  }

  message(channelId: string, ts: unknown): SlackMessage {
    const found = this.messages(channelId).find((message) => message.ts === ts && !message.deleted);
    if (!found) throw new SlackError('message_not_found');
    return found;
  }

  post(channelId: string, draft: Draft): SlackMessage {
    const messages = this.messages(channelId);
    const message = { ...draft, ts: this.#nextTs(messages.at(-1)?.ts), reactions: [], deleted: false };
    this.#messages.set(channelId, [...messages, message]);
    this.announce('posted', channelId, message);
    return message;
  }

  listen(listener: (change: SlackChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(kind: SlackChange['kind'], channel: string, message: SlackMessage): void {
    for (const listener of this.#listeners) listener({ kind, channel, message: structuredClone(message) });
  }

  /** Unique and growing in a channel: `1764000000.000100`, then `1764000000.000200`. */
  #nextTs(last = '0.0'): string {
    const seconds = String(Math.floor(this.#clock.now() / 1000));
    const [lastSeconds, lastFraction] = last.split('.');
    const fraction = (seconds === lastSeconds ? Number(lastFraction) : 0) + 100;
    return `${seconds}.${String(fraction).padStart(6, '0')}`;
  }
}
