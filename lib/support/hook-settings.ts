import type { HookSettings } from '#lambdas/contracts/support/tracker-hooks-settings.ts';
import { hookSecretName } from '#lib/platform/secret-name.ts';
import type { Support } from '#lib/support/support-block.ts';

/** The trackers whose webhooks are received, with the names that their secrets have in a deployment. */
export function hooksOf({ trackers }: Support, stack: string): HookSettings[] {
  return Object.entries(trackers).flatMap(([tracker, settings]) =>
    settings.kind === 'github' && settings.hooks
      ? [{ tracker, repository: settings.repository, secretName: hookSecretName(stack, tracker) }]
      : [],
  );
}
