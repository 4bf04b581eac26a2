import { request } from 'node:http';
import type { FetchFile } from '#lambdas/case-trackers/attach/fetch-file.ts';
import { githubClient } from '#lambdas/case-trackers/github/github-client.ts';
import { githubFiles } from '#lambdas/case-trackers/github/github-files.ts';
import { githubTracker } from '#lambdas/case-trackers/github/github-tracker.ts';
import type { Send } from '#lambdas/case-trackers/send.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { exchange } from '#lambdas/runtime/exchange.ts';
import { Clock } from '#local/clock.ts';
import { PICTURE_HOST, SIGNED_HOST } from '#local/counterparts/github/attachment-hosts.ts';
import type { Github, GithubOptions } from '#local/counterparts/github/github-server.ts';
import type { FileHandler } from '#local/counterparts/internet-request.ts';
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

const PLACE = { apiUrl: 'https://api.github.com', repository: REPOSITORY };

/** Hosts of GitHub in this process; others are none of the internet. `asked`: who got which token. */
export function fetchFrom(github: Github, asked: [string, string | undefined][] = []): FetchFile {
  const hosts: Record<string, FileHandler> = {
    'api.github.com': github.handler,
    'github.com': github.web,
    [SIGNED_HOST]: github.signed,
    [PICTURE_HOST]: github.signed,
  };
  return async ({ url, headers, mostBytes, body: sent }) => {
    const { host, pathname, search } = new URL(url);
    asked.push([host, headers['authorization']]);
    const handler = hosts[host];
    if (!handler) throw new PermanentError('Address of a tracker is not public');
    const method = sent === undefined ? 'GET' : 'POST';
    const request = { method, host, path: pathname + search, headers, body: Buffer.from(sent ?? '') };
    const { body, ...answer } = await handler(request);
    const bytes = Buffer.from(body);
    return bytes.length > mostBytes ? answer : { ...answer, bytes };
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
  const files = githubFiles({ ...PLACE, token }, { fetchFile: fetchFrom(github), now: ports.now });
  const tracker = githubTracker(client, REPOSITORY, { files });
  return { clock, github, close, sent, send, client, tracker };
}
