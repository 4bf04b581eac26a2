import {
  fullNameOf,
  type GithubComment,
  type GithubIssue,
  type GithubRepository,
  type GithubUser,
} from './github-state.ts';

const API = 'https://api.github.com';
const WEB = 'https://github.com';

/** GitHub's times have whole seconds. */
const second = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

export function userShape({ id, login, type }: GithubUser) {
  return { login, id, node_id: `U_${id}`, url: `${API}/users/${login}`, type, site_admin: false };
}

export function repositoryShape(repository: GithubRepository) {
  const fullName = fullNameOf(repository);
  const { id, name, owner, hasIssues } = repository;
  return {
    id,
    name,
    full_name: fullName,
    private: true,
    owner: { login: owner },
    html_url: `${WEB}/${fullName}`,
    url: `${API}/repos/${fullName}`,
    has_issues: hasIssues,
    archived: false,
  };
}

export function issueShape(repository: GithubRepository, issue: GithubIssue) {
  const path = `${fullNameOf(repository)}/issues/${issue.number}`;
  return {
    url: `${API}/repos/${path}`,
    repository_url: `${API}/repos/${fullNameOf(repository)}`,
    comments_url: `${API}/repos/${path}/comments`,
    html_url: `${WEB}/${path}`,
    id: issue.id,
    node_id: `I_${issue.id}`,
    number: issue.number,
    title: issue.title,
    user: userShape(issue.user),
    labels: issue.labels.map((name) => ({ id: 1, name, color: 'ededed', default: false, description: null })),
    state: issue.state,
    state_reason: issue.stateReason,
    locked: false,
    assignees: [],
    milestone: null,
    comments: issue.comments.length,
    created_at: second(issue.createdAt),
    updated_at: second(issue.updatedAt),
    closed_at: issue.closedAt === null ? null : second(issue.closedAt),
    author_association: 'COLLABORATOR',
    body: issue.body,
  };
}

export function commentShape(repository: GithubRepository, issue: GithubIssue, comment: GithubComment) {
  const full = fullNameOf(repository);
  return {
    url: `${API}/repos/${full}/issues/comments/${comment.id}`,
    html_url: `${WEB}/${full}/issues/${issue.number}#issuecomment-${comment.id}`,
    issue_url: `${API}/repos/${full}/issues/${issue.number}`,
    id: comment.id,
    node_id: `IC_${comment.id}`,
    user: userShape(comment.user),
    created_at: second(comment.createdAt),
    updated_at: second(comment.updatedAt),
    author_association: 'COLLABORATOR',
    body: comment.body,
    performed_via_github_app: null,
  };
}
