import type { ChannelSettings, DeliverySettings } from '#lambdas/contracts/settings.ts';
import type { Estate } from '#local/estate.ts';
import { functionSettings } from '#local/template/function-settings.ts';

/** The channels that the settings of chat-delivery name. */
export function channelsOf({ functions }: Pick<Estate, 'functions'>): ChannelSettings[] {
  const settings = functions.map(
    ({ codeDirectory }) => functionSettings(codeDirectory) as Partial<DeliverySettings>,
  );
  return settings.find(({ channels }) => channels !== undefined)?.channels ?? [];
}
