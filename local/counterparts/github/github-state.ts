export type GithubUser = { id: number; login: string; type: 'User' | 'Bot' };

/** Why an issue is in its state; null: nobody said. */
export type StateReason = 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null;

export type GithubComment = {
  id: number;
  user: GithubUser;
  body: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  updatedAt: number;
};

export type GithubIssue = {
  id: number;
  number: number;
  title: string;
  body: string | null;
  user: GithubUser;
  state: 'open' | 'closed';
  stateReason: StateReason;
  labels: string[];
  createdAt: number;
  updatedAt: number;
  closedAt: number | null;
  comments: GithubComment[];
  isDeleted?: true;
};

export type GithubRepository = {
  id: number;
  owner: string;
  name: string;
  hasIssues: boolean;
  issues: GithubIssue[];
  labels: string[];
  /** Files, by `ref:path`. */
  contents: Record<string, Buffer>;
};

/** What somebody dropped into a comment. `path`: of the web, such as `/user-attachments/files/1/a.log`. */
type GithubAttachment = {
  path: string;
  /** `owner/name` of the private repository that it belongs to, lower case. */
  repository: string;
  type: string;
  bytes: Buffer;
};

/** A token and what it may. `canPush`: without it labels of new issues are dropped without a word. */
export type GithubToken = {
  user: GithubUser;
  /** `owner/name`, lower case; others do not exist for it. */
  repositories: string[];
  canWrite: boolean;
  canPush: boolean;
  /** Only such are shown what people dropped into comments of private repositories. */
  isClassic?: true;
  /** Of an installation of an App; milliseconds since 1970. */
  expiresAt?: number;
};

/** All that the counterpart holds. Ids count through all repositories. */
export type GithubState = {
  repositories: GithubRepository[];
  /** Former `owner/name` in lower case → id: it is answered with a redirect. */
  moved: Record<string, number>;
  attachments: GithubAttachment[];
  nextId: number;
};

export function newRepository(state: GithubState, fullName: string): GithubRepository {
  const [owner = '', name = ''] = fullName.split('/');
  const labels = ['bug', 'documentation'];
  const repository = { id: takeId(state), owner, name, hasIssues: true, issues: [], labels, contents: {} };
  state.repositories.push(repository);
  return repository;
}

export function takeId(state: GithubState): number {
  state.nextId += 1;
  return state.nextId;
}

export const fullNameOf = ({ owner, name }: GithubRepository) => `${owner}/${name}`;
