import { createHmac, randomUUID } from 'node:crypto';
import type { GithubChange } from './github-call.ts';
import { commentShape, issueShape, repositoryShape, userShape } from './github-shapes.ts';
import type { GithubIssue, GithubRepository, GithubUser } from './github-state.ts';

export type GithubDelivery = { headers: Record<string, string>; body: string };

type Told = { repository: GithubRepository; issue: GithubIssue; sender: GithubUser; change: GithubChange };

/** What a webhook of a repository sends: signed by its secret over the exact bytes. `id`: of a delivery that is repeated. */
export function githubDelivery(
  { repository, issue, sender, change }: Told,
  { secret, id = randomUUID() }: { secret: string; id?: string },
): GithubDelivery {
  const payload = {
    action: change.action,
    issue: issueShape(repository, issue),
    ...(change.event === 'issue_comment' ? { comment: commentShape(repository, issue, change.comment) } : {}),
    repository: repositoryShape(repository),
    sender: userShape(sender),
  };
  return signedDelivery(change.event, JSON.stringify(payload), { secret, id, repositoryId: repository.id });
}

/** Any event with its headers; GitHub sends `ping` when a webhook is set up. */
export function signedDelivery(
  event: string,
  body: string,
  { secret, id, repositoryId }: { secret: string; id: string; repositoryId: number },
): GithubDelivery {
  const digest = (algorithm: string) => createHmac(algorithm, secret).update(body).digest('hex');
  const headers = {
    accept: '*/*',
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/0123456',
    'x-github-delivery': id,
    'x-github-event': event,
    'x-github-hook-id': '1',
    'x-github-hook-installation-target-id': String(repositoryId),
    'x-github-hook-installation-target-type': 'repository',
    'x-hub-signature': `sha1=${digest('sha1')}`,
    'x-hub-signature-256': `sha256=${digest('sha256')}`,
  };
  return { headers, body };
}
