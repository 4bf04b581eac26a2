import { request } from 'node:http';
import { githubClient } from '#lambdas/case-trackers/github/github-client.ts';
import { githubTracker } from '#lambdas/case-trackers/github/github-tracker.ts';
import type { Send } from '#lambdas/case-trackers/send.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { exchange } from '#lambdas/runtime/exchange.ts';
import { Clock } from '#local/clock.ts';
import type { GithubOptions } from '#local/counterparts/github/github-server.ts';
import { REPOSITORY, startGithub, TOKEN } from '#test/local/counterparts/github/a-github.ts';

/** Sends what is for GitHub to a port of this machine. */
export function sendTo(port: string): Send {
  return ({ method, url, headers, body }) => {
    const { pathname, search } = new URL(url);
    const options = {
      host: '127.0.0.1',
      port,
      method,
      path: pathname + search,
      headers,
      timeoutMs: 5000,
      answerLimit: 20_000_000,
    };
    return exchange(request, options, body).catch((cause: unknown) => {
      throw new RetryLaterError('Tracker could not be reached', { cause });
    });
  };
}

/** The client of GitHub over real HTTP to its counterpart. */
export async function aGithubTracker(changes: Partial<GithubOptions> = {}, token = TOKEN) {
  const clock = new Clock();
  const { github, url, close } = await startGithub(clock, changes);
  const sent: { method: string; url: string; headers: Record<string, string> }[] = [];
  const deliver = sendTo(new URL(url).port);
  const send: Send = (one) => {
    sent.push(one);
    return deliver(one);
  };
  const ports = { send, pace: async () => {}, now: () => new Date(clock.now()) };
  const client = githubClient({ apiUrl: 'https://api.github.com', token }, ports);
  return { clock, github, close, sent, send, client, tracker: githubTracker(client, REPOSITORY) };
}
