import * as z from 'zod/mini';
import { listOf, Text } from '#lambdas/runtime/lenient-schema.ts';
import type { ReadMessage } from '#lambdas/support-cases/read/case-api.ts';
import { toMoment } from '#lambdas/support-cases/read/to-moment.ts';

const Files = listOf(z.object({ attachmentId: z.string().check(z.minLength(1)), fileName: Text }));
const Message = z.object({
  body: Text,
  submittedBy: Text,
  timeCreated: z.optional(z.unknown()),
  attachments: Files,
  attachmentSet: Files,
});
type Message = z.infer<typeof Message>;

/** What of a list of messages can be read, newest first. `lost`: those that have no time, and so no place. */
export type ReadMessages = { messages: ReadMessage[]; lost: number };

/** Reads messages as AWS shows them, whatever they lack. */
export function toReadMessages(list: unknown): ReadMessages {
  const given = Array.isArray(list) ? list : [];
  const messages = given.flatMap(toReadMessage);
  return { messages: newestFirst(messages), lost: given.length - messages.length };
}

function toReadMessage(value: unknown): ReadMessage[] {
  const { data } = Message.safeParse(value);
  const at = toMoment(data?.timeCreated);
  if (!data || at === undefined) return [];
  const { body = '', submittedBy = '' } = data;
  return [{ at, submittedBy, body, attachments: filesOf(data) }];
}

/** `attachments` has all files; those of `attachmentSet`, where large ones are missing, stand in for it if it is not there. */
function filesOf({ attachments, attachmentSet }: Message): ReadMessage['attachments'] {
  const files = new Map<string, string>();
  for (const { attachmentId, fileName = '' } of [...attachments, ...attachmentSet])
    files.set(attachmentId, files.get(attachmentId) || fileName);
  return [...files].map(([id, fileName]) => ({ id, fileName }));
}

/** AWS sends them so, but nowhere says that it does. What is of one moment stays as it came, or is turned with the rest. */
function newestFirst(messages: ReadMessage[]): ReadMessage[] {
  const [first, last] = [messages[0]?.at ?? '', messages.at(-1)?.at ?? ''];
  const turned = first < last ? messages.toReversed() : messages;
  return turned.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}
