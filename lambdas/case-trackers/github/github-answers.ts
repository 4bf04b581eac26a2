import * as z from 'zod/mini';
import type { ChangedComment, SeenItem } from '#lambdas/case-trackers/tracker.ts';
import type { TrackerComment } from '#lambdas/contracts/support/tracker-comment.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';

const User = z.nullable(z.object({ login: z.string() }));
const Label = z.union([z.string(), z.object({ name: z.string() })]);

export const GithubUser = z.object({ login: z.string() });
export const GithubIssue = z.object({
  number: z.number(),
  html_url: z.string(),
  title: z.string(),
  body: z.nullish(z.string()),
  state: z.string(),
  labels: z.array(Label),
  user: z.optional(User),
  pull_request: z.optional(z.unknown()),
});
/** `user` is null where somebody has left GitHub. */
export const GithubComment = z.object({
  id: z.number(),
  body: z.nullish(z.string()),
  user: z.optional(User),
  created_at: z.string(),
});

/** As the list of all comments of a repository has them. */
const GithubListedComment = z.object({
  body: z.nullish(z.string()),
  updated_at: z.string(),
  issue_url: z.string(),
});

/** An answer of which the fields used are there. */
export function read<Shape>(schema: z.ZodMiniType<Shape>, answer: unknown): Shape {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path }) => path.join('.'));
  throw new PermanentError('GitHub answered with other fields', { fields: { fields } });
}

export function toItem(issue: z.infer<typeof GithubIssue>): SeenItem {
  return {
    id: String(issue.number),
    url: issue.html_url,
    title: issue.title,
    body: issue.body ?? '',
    isClosed: issue.state === 'closed',
    labels: issue.labels.map((label) => (typeof label === 'string' ? label : label.name)),
  };
}

export function toComment({ id, body, user, created_at: at }: z.infer<typeof GithubComment>): TrackerComment {
  return { id: String(id), author: user?.login ?? '', body: body ?? '', at };
}

export function toChangedComment(entry: unknown): ChangedComment {
  const { body, updated_at: changedAt, issue_url: issue } = read(GithubListedComment, entry);
  return { item: issue.slice(issue.lastIndexOf('/') + 1), body: body ?? '', changedAt };
}
