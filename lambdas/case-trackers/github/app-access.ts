import githubAppJwt from 'universal-github-app-jwt';
import * as z from 'zod/mini';
import { read } from '#lambdas/case-trackers/github/github-answers.ts';
import { type GithubPorts, githubClient } from '#lambdas/case-trackers/github/github-client.ts';
import { NotFoundError } from '#lambdas/case-trackers/github/github-errors.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';

const Installation = z.object({ id: z.number(), app_slug: z.string() });
const AccessToken = z.object({ token: z.string(), expires_at: z.string() });

/** Longer than a run may take: a token lasts an hour. */
const LEFT_MS = 20 * 60_000;

type App = { apiUrl: string; repository: string; app: string };
/** A token for the repository, and the login by which it writes there. */
export type AppAccess = { token: string; login: string };

/**
 * Access by a GitHub App, which belongs to no person: its private key gives a token for this one repository, anew before it
 * ends. Fails with `PermanentError` where the key is none, or not the App's, or the App is not installed for the repository.
 * https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app
 */
export function appAccess({ apiUrl, repository, app }: App, { send, now }: Omit<GithubPorts, 'pace'>) {
  let kept: (AppAccess & { until: number; privateKey: string }) | undefined;

  async function take(privateKey: string): Promise<NonNullable<typeof kept>> {
    const api = githubClient(
      { apiUrl, token: await proofOf(app, privateKey, now()) },
      { send, now, pace: async () => {} },
    );
    const { id, app_slug: slug } = read(Installation, await installed(api.call, repository));
    const repositories = [repository.slice(repository.indexOf('/') + 1)];
    const given = await api.call('POST', `/app/installations/${id}/access_tokens`, { repositories });
    const { token, expires_at: until } = read(AccessToken, given);
    return { token, login: `${slug}[bot]`, until: Date.parse(until), privateKey };
  }

  return async (privateKey: string): Promise<AppAccess> => {
    const isGood = kept?.privateKey === privateKey && kept.until - now().getTime() > LEFT_MS;
    if (!kept || !isGood) kept = await take(privateKey);
    return { token: kept.token, login: kept.login };
  };
}

/** That one has the key, for ten minutes. */
async function proofOf(app: string, privateKey: string, now: Date): Promise<string> {
  try {
    return (await githubAppJwt({ id: app, privateKey, now: Math.floor(now.getTime() / 1000) })).token;
  } catch {
    // Its words may repeat the key.
    throw new PermanentError(
      'The private key of the GitHub App is none: set it anew with "reeve secret set"',
    );
  }
}

async function installed(
  call: ReturnType<typeof githubClient>['call'],
  repository: string,
): Promise<unknown> {
  try {
    return await call('GET', `/repos/${repository}/installation`);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    throw new PermanentError('The GitHub App is not installed for repository of support.trackers', {
      cause: error,
    });
  }
}
