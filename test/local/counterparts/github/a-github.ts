import type { Clock } from '#local/clock.ts';
import { createGithub, type GithubOptions } from '#local/counterparts/github/github-server.ts';
import type { GithubToken } from '#local/counterparts/github/github-state.ts';
import { startLoopbackServer } from '#local/proxy/loopback-server.ts';
import { plainHeaders } from '#local/proxy/plain-headers.ts';

export const REPOSITORY = 'example/cloud-support';
export const TOKEN = 'github_pat_reeve';
export const PERSON = { id: 7, login: 'hanako', type: 'User' as const };

export function aToken(changes: Partial<GithubToken> = {}): GithubToken {
  const user = { id: 1, login: 'reeve-bot', type: 'User' as const };
  return { user, repositories: [REPOSITORY], canWrite: true, canPush: true, ...changes };
}

/** The counterpart on a port of this machine, with one repository and one token. */
export async function startGithub(clock: Clock, changes: Partial<GithubOptions> = {}) {
  const github = createGithub({
    clock,
    tokens: { [TOKEN]: aToken() },
    repositories: [REPOSITORY],
    ...changes,
  });
  const server = await startLoopbackServer(async (request, response, body) => {
    const { method = 'GET', url: path = '/' } = request;
    const headers = plainHeaders(request.headers);
    const answer = await github.handler({ method, host: 'api.github.com', path, headers, body });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  return { github, url: server.url, close: server.close };
}
