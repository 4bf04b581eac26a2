import type { GithubIssue, GithubRepository } from './github-state.ts';

/** Puts labels on an issue; those that the repository has not are created. Their case does not matter. */
export function withLabels(repository: GithubRepository, issue: GithubIssue, names: string[]): void {
  for (const name of names) {
    const known = repository.labels.find((one) => one.toLowerCase() === name.toLowerCase());
    if (!known) repository.labels.push(name);
    if (!issue.labels.includes(known ?? name)) issue.labels.push(known ?? name);
  }
}
