import type { Json } from './schema-rule.ts';
import type { SlackChannel } from './workspace.ts';

/** Whose token it was: each bot edits only its own messages. */
export type Caller = { bot: string; team: string };

/** One call of a Web API method on a channel. */
export type ChannelCall = { input: Json; channel: SlackChannel; caller: Caller };
