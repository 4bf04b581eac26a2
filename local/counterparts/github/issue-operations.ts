import type { InternetAnswer } from '../internet-request.ts';
import { answer, invalid, notFound, refusal } from './github-answer.ts';
import type { GithubCall } from './github-call.ts';
import { pageOf } from './github-pages.ts';
import { issueErrors, textOf } from './github-rules.ts';
import { issueShape, repositoryShape } from './github-shapes.ts';
import { type GithubIssue, type StateReason, takeId } from './github-state.ts';
import { withLabels } from './issue-labels.ts';

/** The issue that the path names, or the answer in its place. */
export function issueOf({ repository, parameters }: GithubCall): GithubIssue | InternetAnswer {
  if (!repository.hasIssues) return refusal(410, 'Issues are disabled for this repo');
  const issue = repository.issues.find(({ number }) => number === Number(parameters['number']));
  if (!issue) return notFound();
  return issue.isDeleted ? refusal(410, 'This issue was deleted') : issue;
}

export const readRepository = ({ repository }: GithubCall) => answer(200, repositoryShape(repository));

export function listIssues(call: GithubCall): InternetAnswer {
  const { repository, query } = call;
  if (!repository.hasIssues) return refusal(410, 'Issues are disabled for this repo');
  const state = query.get('state') ?? 'open';
  const labels = (query.get('labels') ?? '').split(',').filter(Boolean);
  const creator = query.get('creator');
  const since = query.get('since');
  const isAscending = query.get('direction') === 'asc';
  const clock = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const found = repository.issues
    .filter((issue) => !issue.isDeleted && (state === 'all' || issue.state === state))
    .filter((issue) => labels.every((name) => has(issue.labels, name)))
    .filter(({ user }) => creator === null || user.login === creator)
    .filter(({ updatedAt }) => since === null || updatedAt >= Date.parse(since))
    .toSorted((one, other) => (one[clock] - other[clock]) * (isAscending ? 1 : -1));
  return pageOf(found, call, (issue) => issueShape(repository, issue));
}

export function readIssue(call: GithubCall): InternetAnswer {
  const issue = issueOf(call);
  return 'headers' in issue ? issue : answer(200, issueShape(call.repository, issue));
}

export function openIssue(call: GithubCall): InternetAnswer {
  const { repository, body, caller, tell } = call;
  if (!repository.hasIssues) return refusal(410, 'Issues are disabled for this repo');
  const errors = issueErrors(body, true);
  if (errors.length > 0) return invalid(errors);
  const issue = newIssue(call, caller.user, body);
  // Who may not push cannot set labels: GitHub drops them, and says nothing.
  if (caller.canPush) withLabels(repository, issue, (body['labels'] as string[] | undefined) ?? []);
  tell(repository, issue, caller.user, { event: 'issues', action: 'opened' });
  return answer(201, issueShape(repository, issue));
}

/** A new issue of the repository, without labels. */
export function newIssue(
  { state, clock, repository }: Pick<GithubCall, 'state' | 'clock' | 'repository'>,
  user: GithubIssue['user'],
  { title, body }: Record<string, unknown>,
): GithubIssue {
  const issue: GithubIssue = {
    id: takeId(state),
    number: repository.issues.length + 1,
    title: textOf(title),
    body: typeof body === 'string' ? body : null,
    user,
    state: 'open',
    stateReason: null,
    labels: [],
    createdAt: clock.now(),
    updatedAt: clock.now(),
    closedAt: null,
    comments: [],
  };
  repository.issues.push(issue);
  return issue;
}

export function changeIssue(call: GithubCall): InternetAnswer {
  const { repository, body, clock, caller, tell } = call;
  const issue = issueOf(call);
  if ('headers' in issue) return issue;
  const errors = issueErrors(body, false);
  if (errors.length > 0) return invalid(errors);
  if (typeof body['title'] === 'string') issue.title = body['title'];
  if (typeof body['body'] === 'string') issue.body = body['body'];
  if (Array.isArray(body['labels']) && caller.canPush) {
    issue.labels = [];
    withLabels(repository, issue, body['labels'] as string[]);
  }
  issue.updatedAt = clock.now();
  const state = body['state'];
  if (state === 'open' || state === 'closed') {
    const action = setState(issue, state, body['state_reason'] as StateReason | undefined, clock.now());
    if (action) tell(repository, issue, caller.user, { event: 'issues', action });
  }
  return answer(200, issueShape(repository, issue));
}

/** A reason goes with a state that changes; closed without one is completed, opened again is reopened. */
export function setState(
  issue: GithubIssue,
  state: 'open' | 'closed',
  reason: StateReason | undefined,
  now: number,
): 'closed' | 'reopened' | undefined {
  if (issue.state === state) {
    if (state === 'closed' && reason && reason !== 'reopened') issue.stateReason = reason;
    return undefined;
  }
  issue.state = state;
  issue.updatedAt = now;
  issue.closedAt = state === 'closed' ? now : null;
  const closedFor = reason && reason !== 'reopened' ? reason : 'completed';
  issue.stateReason = state === 'closed' ? closedFor : 'reopened';
  return state === 'closed' ? 'closed' : 'reopened';
}

const has = (names: string[], name: string) => names.some((one) => one.toLowerCase() === name.toLowerCase());
