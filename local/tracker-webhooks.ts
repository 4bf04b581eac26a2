import { createHash } from 'node:crypto';
import type { TrackerHooksSettings } from '#lambdas/contracts/support/tracker-hooks-settings.ts';
import { createGithubHook, type GithubHook } from '#local/counterparts/github/github-hook.ts';
import type { Estate } from '#local/estate.ts';
import { functionSettings } from '#local/template/function-settings.ts';
import type { TrackerProducts } from '#local/tracker-products.ts';

/** Each tracker's webhook, by its name. */
export type TrackerWebhooks = Record<string, GithubHook>;

/** What the function that receives webhooks was set up with, and its URL. */
function receiverIn({ functions, urls }: Pick<Estate, 'functions' | 'urls'>) {
  for (const { arn, codeDirectory } of functions) {
    const { hooks } = functionSettings(codeDirectory) as Partial<TrackerHooksSettings>;
    if (hooks) return { hooks, id: urls.find(({ functionArn }) => functionArn === arn)?.id };
  }
  return { hooks: [], id: undefined };
}

/** What `reeve secret set` would have stored of webhooks, by parameter name. */
export function webhookSecrets(estate: Pick<Estate, 'functions' | 'urls'>): Record<string, string> {
  return Object.fromEntries(
    receiverIn(estate).hooks.map(({ tracker, secretName }) => [
      secretName,
      JSON.stringify({ secrets: [localSecret(tracker)] }),
    ]),
  );
}

/** Sets up in each GitHub the webhook that the settings of its tracker want. */
export function openWebhooks(
  estate: Pick<Estate, 'functions' | 'urls'>,
  { githubs }: Pick<TrackerProducts, 'githubs'>,
  addressOf: (urlId: string) => string,
): TrackerWebhooks {
  const { hooks, id } = receiverIn(estate);
  if (id === undefined) return {};
  return Object.fromEntries(
    hooks.flatMap(({ tracker, repository }) => {
      const github = githubs[tracker]?.github;
      if (!github) return [];
      const url = `${addressOf(id)}${tracker}`;
      const secret = localSecret(tracker);
      return [[tracker, createGithubHook({ github, repository, url, secret, events: ['issue_comment'] })]];
    }),
  );
}

/** Of the form that `secret set` takes. */
export function localSecret(tracker: string): string {
  return createHash('sha256').update(`webhook ${tracker}`).digest('hex');
}
