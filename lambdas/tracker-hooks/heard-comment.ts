import * as z from 'zod/mini';
import type { HeardComment } from '#lambdas/contracts/support/case-news.ts';
import { isCommand } from '#lambdas/contracts/support/tracker-command.ts';
import type { HookSettings } from '#lambdas/contracts/support/tracker-hooks-settings.ts';
import { caseOfMarker } from '#lambdas/contracts/support/tracker-markers.ts';

const TOLD = ['created', 'edited'];

/** https://docs.github.com/webhooks/webhook-events-and-payloads#issue_comment */
const IssueComment = z.object({
  action: z.string(),
  issue: z.object({
    number: z.int().check(z.positive()),
    body: z.nullish(z.string()),
    pull_request: z.nullish(z.unknown()),
  }),
  comment: z.object({ body: z.nullish(z.string()) }),
  repository: z.object({ full_name: z.string() }),
});

/** `ignored`: why nobody needs to look. `fields`: what GitHub left out. */
export type Heard = { news: HeardComment } | { ignored: string } | { fields: string[] };

/** Where a delivery says that somebody asked for something. Its words say only that it is worth a look. */
export function heardComment(payload: unknown, { tracker, repository }: HookSettings): Heard {
  const { data, error } = IssueComment.safeParse(payload);
  if (error) return { fields: error.issues.map(({ path }) => path.join('.') || '(whole payload)') };
  const { action, issue, comment } = data;
  if (data.repository.full_name.toLowerCase() !== repository.toLowerCase())
    return { ignored: 'another repository' };
  if (!TOLD.includes(action)) return { ignored: 'no comment that stands' };
  if (issue.pull_request) return { ignored: 'a pull request' };
  // Most are, and so is all that Reeve says itself.
  if (!isCommand(comment.body ?? '')) return { ignored: 'no command' };
  const found = caseOfMarker(issue.body ?? '');
  return found
    ? { news: { kind: 'heard', tracker, ...found, item: String(issue.number) } }
    : { ignored: 'no issue of a case' };
}
