import { throwRefusal } from '#lambdas/case-trackers/github/github-errors.ts';
import type { HttpRequest, Send } from '#lambdas/case-trackers/send.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import type { HttpAnswer } from '#lambdas/runtime/exchange.ts';

const VERSION = '2022-11-28';
const REDIRECTS = [301, 302, 307, 308];
const MOST_REDIRECTS = 3;

export type GithubPorts = {
  send: Send;
  /** Waits for the turn of a call that writes. */
  pace: () => Promise<void>;
  now: () => Date;
};
export type GithubClient = ReturnType<typeof githubClient>;

/** The REST API of GitHub, or of a GitHub Enterprise Server, for whom a token is. */
export function githubClient(
  { apiUrl, token }: { apiUrl: string; token: string },
  { send, pace, now }: GithubPorts,
) {
  const home = new URL(apiUrl);
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'reeve',
    'x-github-api-version': VERSION,
  };

  async function call(method: HttpRequest['method'], path: string, body?: unknown): Promise<unknown> {
    return parsed(await answerOf(method, `${apiUrl.replace(/\/$/, '')}${path}`, body));
  }

  async function answerOf(
    method: HttpRequest['method'],
    address: string,
    body?: unknown,
  ): Promise<HttpAnswer> {
    if (method !== 'GET') await pace();
    const text = body === undefined ? '' : JSON.stringify(body);
    for (let url = address, tries = 0; ; tries += 1) {
      const answer = await send({ method, url, headers, body: text });
      // A repository that was renamed, or an issue that was transferred; other redirects it has none.
      const next = REDIRECTS.includes(answer.status) ? answer.headers['location'] : undefined;
      if (typeof next !== 'string') {
        throwRefusal(answer, now());
        return answer;
      }
      if (tries === MOST_REDIRECTS) throw new PermanentError('GitHub redirects in circles');
      url = ownAddress(next, url);
    }
  }

  /** The token goes to nobody else. */
  function ownAddress(location: string, from: string): string {
    const url = URL.parse(location, from);
    if (url?.origin !== home.origin) throw new PermanentError('GitHub redirects to another host');
    return url.href;
  }

  return {
    call,

    /** All entries of a list, page by page. */
    async *pages(path: string): AsyncGenerator<unknown[]> {
      let url: string | undefined = `${apiUrl.replace(/\/$/, '')}${path}`;
      while (url) {
        const answer: HttpAnswer = await answerOf('GET', url);
        const entries = parsed(answer);
        yield Array.isArray(entries) ? entries : [];
        const link = answer.headers['link'];
        const next: string | undefined =
          typeof link === 'string' ? /<([^>]+)>;\s*rel="next"/.exec(link)?.[1] : undefined;
        url = next && ownAddress(next, url);
      }
    },
  };
}

function parsed({ body, headers }: HttpAnswer): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw new RetryLaterError('GitHub gave no JSON', { fields: { request: headers['x-github-request-id'] } });
  }
}
