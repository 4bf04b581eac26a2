import { UsageError } from '#bin/commands/command-line/errors.ts';
import type { ChannelSettings } from '#lambdas/contracts/settings.ts';
import { secretName } from '#lib/platform/secret-name.ts';
import type { Settings } from '#lib/settings.ts';

/** A channel of the settings, with the name that its secret has in a deployment. */
export function findChannel({ channels }: Settings, name: string, stack: string): ChannelSettings {
  const channel = Object.hasOwn(channels, name) ? channels[name] : undefined;
  if (!channel) {
    throw new UsageError(
      `There is no such channel in reeve.config.ts; there are ${Object.keys(channels).join(', ')}.`,
    );
  }
  return { ...channel, name, secretName: secretName(stack, name) };
}
