import * as z from 'zod/mini';

/**
 * What AWS Support sends when a case changes. Only the display id is needed: the rest helps to tell whether the case
 * already shows it. `communication-id` and `origin` are empty but for messages.
 * https://docs.aws.amazon.com/awssupport/latest/user/event-bridge-support.html
 */
export const SupportEvent = z.object({
  source: z.literal('aws.support'),
  account: z.string().check(z.regex(/^\d{12}$/)),
  time: z.string().check(z.minLength(1)),
  detail: z.object({
    'display-id': z.string().check(z.minLength(1)),
    'event-name': z.catch(z.string(), ''),
    'communication-id': z.catch(z.string(), ''),
  }),
});
export type SupportEvent = z.infer<typeof SupportEvent>;

/** What wakes the function: an event as it is, or a schedule. `run`: the same each time that a run is repeated. */
export const SupportMessage = z.union([
  z.object({ kind: z.literal('sweep'), run: z.optional(z.string()) }),
  z.object({ kind: z.literal('report') }),
  SupportEvent,
]);
export type SupportMessage = z.infer<typeof SupportMessage>;

/** Names the news of an event: the same event twice has one name, and so have its copies by another id of the case. */
export function hintKeyOf({ time, detail }: SupportEvent): string {
  return `${detail['display-id']}#${detail['event-name']}#${detail['communication-id'] || time}`;
}
