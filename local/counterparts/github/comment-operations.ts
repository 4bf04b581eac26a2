import type { InternetAnswer } from '../internet-request.ts';
import { answer, invalid, notFound } from './github-answer.ts';
import type { GithubCall } from './github-call.ts';
import { pageOf } from './github-pages.ts';
import { commentErrors, textOf } from './github-rules.ts';
import { commentShape } from './github-shapes.ts';
import { takeId } from './github-state.ts';
import { issueOf } from './issue-operations.ts';

/** Comments of an issue, oldest first; `since` is of their last change. */
export function listComments(call: GithubCall): InternetAnswer {
  const { repository, query } = call;
  const issue = issueOf(call);
  if ('headers' in issue) return issue;
  const since = Date.parse(query.get('since') ?? '1970-01-01T00:00:00Z');
  const found = issue.comments.filter(({ updatedAt }) => updatedAt >= since);
  return pageOf(found, call, (comment) => commentShape(repository, issue, comment));
}

/** Those of all issues of a repository. */
export function listAllComments(call: GithubCall): InternetAnswer {
  const { repository, query } = call;
  const since = Date.parse(query.get('since') ?? '1970-01-01T00:00:00Z');
  const clock = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const isDescending = query.get('direction') === 'desc';
  const found = repository.issues
    .filter(({ isDeleted }) => !isDeleted)
    .flatMap((issue) => issue.comments.map((comment) => ({ issue, comment })))
    .filter(({ comment }) => comment.updatedAt >= since)
    .toSorted((one, other) => one.comment[clock] - other.comment[clock]);
  const sorted = isDescending ? found.toReversed() : found;
  return pageOf(sorted, call, ({ issue, comment }) => commentShape(repository, issue, comment));
}

export function addComment(call: GithubCall): InternetAnswer {
  const { repository, body, caller, clock, state, tell } = call;
  const issue = issueOf(call);
  if ('headers' in issue) return issue;
  const errors = commentErrors(body);
  if (errors.length > 0) return invalid(errors);
  const now = clock.now();
  const comment = {
    id: takeId(state),
    user: caller.user,
    body: textOf(body['body']),
    createdAt: now,
    updatedAt: now,
  };
  issue.comments.push(comment);
  issue.updatedAt = now;
  tell(repository, issue, caller.user, { event: 'issue_comment', action: 'created', comment });
  return answer(201, commentShape(repository, issue, comment));
}

export function readComment(call: GithubCall): InternetAnswer {
  const found = commentOf(call);
  return found ? answer(200, commentShape(call.repository, found.issue, found.comment)) : notFound();
}

export function editComment(call: GithubCall): InternetAnswer {
  const { repository, body, caller, clock, tell } = call;
  const found = commentOf(call);
  if (!found) return notFound();
  const errors = commentErrors(body);
  if (errors.length > 0) return invalid(errors);
  const { issue, comment } = found;
  comment.body = textOf(body['body']);
  comment.updatedAt = clock.now();
  issue.updatedAt = clock.now();
  tell(repository, issue, caller.user, { event: 'issue_comment', action: 'edited', comment });
  return answer(200, commentShape(repository, issue, comment));
}

export function deleteComment(call: GithubCall): InternetAnswer {
  const { repository, caller, tell } = call;
  const found = commentOf(call);
  if (!found) return notFound();
  const { issue, comment } = found;
  issue.comments = issue.comments.filter((one) => one !== comment);
  tell(repository, issue, caller.user, { event: 'issue_comment', action: 'deleted', comment });
  return answer(204, undefined);
}

function commentOf({ repository, parameters }: GithubCall) {
  const id = Number(parameters['id']);
  for (const issue of repository.issues) {
    const comment = issue.comments.find((one) => one.id === id);
    if (comment && !issue.isDeleted) return { issue, comment };
  }
  return undefined;
}
