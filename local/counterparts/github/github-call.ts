import type { Clock } from '#local/clock.ts';
import type { GithubIssue, GithubRepository, GithubState, GithubToken } from './github-state.ts';

/** What happened to an issue, as webhooks tell it. */
export type GithubChange =
  | { event: 'issues'; action: 'opened' | 'edited' | 'closed' | 'reopened' | 'labeled' | 'unlabeled' }
  | {
      event: 'issue_comment';
      action: 'created' | 'edited' | 'deleted';
      comment: GithubIssue['comments'][number];
    };

/** A request whose caller and repository are known. */
export type GithubCall = {
  state: GithubState;
  clock: Clock;
  caller: GithubToken;
  repository: GithubRepository;
  /** Of `:name` in the path. */
  parameters: Record<string, string>;
  query: URLSearchParams;
  /** Of the header `Accept`. */
  accepts: string;
  /** Parsed JSON; an empty object where there was none. */
  body: Record<string, unknown>;
  /** Of this call, for the links of pages. */
  path: string;
  tell: (
    repository: GithubRepository,
    issue: GithubIssue,
    sender: GithubToken['user'],
    change: GithubChange,
  ) => void;
};
