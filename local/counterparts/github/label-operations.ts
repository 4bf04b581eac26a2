import type { InternetAnswer } from '../internet-request.ts';
import { answer, invalid, notFound, refusal } from './github-answer.ts';
import type { GithubCall } from './github-call.ts';
import { labelErrors } from './github-rules.ts';
import { withLabels } from './issue-labels.ts';
import { issueOf } from './issue-operations.ts';

const shape = (name: string) => ({ id: 1, name, color: 'ededed', default: false, description: null });

export function addLabels(call: GithubCall): InternetAnswer {
  const { repository, body, caller, clock, tell } = call;
  const issue = issueOf(call);
  if ('headers' in issue) return issue;
  if (!caller.canPush) return refusal(403, 'Must have push access to repository.');
  const labels = Array.isArray(body['labels']) ? body['labels'] : [];
  const errors = labelErrors(labels);
  if (errors.length > 0) return invalid(errors);
  withLabels(repository, issue, labels as string[]);
  issue.updatedAt = clock.now();
  tell(repository, issue, caller.user, { event: 'issues', action: 'labeled' });
  return answer(200, issue.labels.map(shape));
}

export function removeLabel(call: GithubCall): InternetAnswer {
  const { repository, parameters, caller, clock, tell } = call;
  const issue = issueOf(call);
  if ('headers' in issue) return issue;
  if (!caller.canPush) return refusal(403, 'Must have push access to repository.');
  const name = parameters['name']?.toLowerCase();
  if (!issue.labels.some((one) => one.toLowerCase() === name)) return refusal(404, 'Label does not exist');
  issue.labels = issue.labels.filter((one) => one.toLowerCase() !== name);
  issue.updatedAt = clock.now();
  tell(repository, issue, caller.user, { event: 'issues', action: 'unlabeled' });
  return answer(200, issue.labels.map(shape));
}

export const listLabels = (call: GithubCall) => {
  const issue = issueOf(call);
  return 'headers' in issue ? issue : answer(200, issue.labels.map(shape));
};

export const readLabel = ({ repository, parameters }: GithubCall) => {
  const found = repository.labels.find((one) => one.toLowerCase() === parameters['name']?.toLowerCase());
  return found ? answer(200, shape(found)) : notFound();
};
