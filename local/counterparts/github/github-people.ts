import { randomUUID } from 'node:crypto';
import type { Clock } from '#local/clock.ts';
import type { GithubChange } from './github-call.ts';
import {
  fullNameOf,
  type GithubIssue,
  type GithubRepository,
  type GithubState,
  type GithubUser,
  type StateReason,
  takeId,
} from './github-state.ts';
import { withLabels } from './issue-labels.ts';
import { newIssue, setState } from './issue-operations.ts';

const TYPES: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', mp4: 'video/mp4' };

export type GithubTold = {
  repository: GithubRepository;
  issue: GithubIssue;
  sender: GithubUser;
  change: GithubChange;
};

/** What people do in their browsers, and what webhooks hear of it. */
export function githubPeople(state: GithubState, clock: Clock) {
  const listeners = new Set<(told: GithubTold) => void>();
  const repositoryOf = (fullName: string) => {
    const found = state.repositories.find((one) => fullNameOf(one) === fullName);
    if (!found) throw new Error(`No repository ${fullName}`);
    return found;
  };
  const tell = (
    repository: GithubRepository,
    issue: GithubIssue,
    sender: GithubUser,
    change: GithubChange,
  ) => {
    for (const listener of listeners) listener({ repository, issue, sender, change });
  };

  return {
    tell,

    /** Hears of all that happens, by the API too. Returns how to stop. */
    onChange(listener: (told: GithubTold) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    /** All that are not deleted. */
    issues: (fullName: string): GithubIssue[] =>
      repositoryOf(fullName).issues.filter(({ isDeleted }) => !isDeleted),

    open(fullName: string, user: GithubUser, title: string, body = ''): GithubIssue {
      const repository = repositoryOf(fullName);
      const issue = newIssue({ state, clock, repository }, user, { title, body });
      tell(repository, issue, user, { event: 'issues', action: 'opened' });
      return issue;
    },

    comment(fullName: string, issue: GithubIssue, user: GithubUser, body: string) {
      const now = clock.now();
      const comment = { id: takeId(state), user, body, createdAt: now, updatedAt: now };
      issue.comments.push(comment);
      issue.updatedAt = now;
      tell(repositoryOf(fullName), issue, user, { event: 'issue_comment', action: 'created', comment });
      return comment;
    },

    /** Drops a file into a comment; gives what GitHub writes there. Pictures lose their names. */
    drop(fullName: string, name: string, bytes: Buffer): string {
      const repository = fullNameOf(repositoryOf(fullName)).toLowerCase();
      const type = TYPES[name.split('.').at(-1) ?? ''];
      const at = type ? `assets/${randomUUID()}` : `files/${takeId(state)}/${encodeURIComponent(name)}`;
      const path = `/user-attachments/${at}`;
      state.attachments.push({ path, repository, type: type ?? 'application/octet-stream', bytes });
      return type ? `![Image](https://github.com${path})` : `[${name}](https://github.com${path})`;
    },

    /** Commits a file; gives where people read it. */
    commit(fullName: string, { path, ref = 'main' }: { path: string; ref?: string }, bytes: Buffer): string {
      repositoryOf(fullName).contents[`${ref}:${path}`] = bytes;
      return `https://github.com/${fullName}/blob/${ref}/${encodeURI(path)}`;
    },

    setState(
      fullName: string,
      issue: GithubIssue,
      user: GithubUser,
      to: 'open' | 'closed',
      reason?: StateReason,
    ) {
      const action = setState(issue, to, reason, clock.now());
      if (action) tell(repositoryOf(fullName), issue, user, { event: 'issues', action });
    },

    label(fullName: string, issue: GithubIssue, names: string[]) {
      issue.labels = [];
      withLabels(repositoryOf(fullName), issue, names);
    },

    deleteIssue(issue: GithubIssue) {
      issue.isDeleted = true;
    },

    /** Requests by the former name are redirected from now on. */
    rename(fullName: string, name: string) {
      const repository = repositoryOf(fullName);
      state.moved[fullName.toLowerCase()] = repository.id;
      repository.name = name;
    },

    disableIssues(fullName: string) {
      repositoryOf(fullName).hasIssues = false;
    },
  };
}
