import type { ChannelSettings } from '#lambdas/contracts/settings.ts';
import { channelsOf } from '#local/channels-of.ts';
import { type ChatProducts, createChatProducts } from '#local/chat-products.ts';
import type { Clock } from '#local/clock.ts';
import type { FileHandler } from '#local/counterparts/internet-request.ts';
import type { Estate } from '#local/estate.ts';
import { createTrackerProducts, type TrackerProducts } from '#local/tracker-products.ts';
import { webhookSecrets } from '#local/tracker-webhooks.ts';

export type Products = {
  /** The channels that the settings name. */
  channels: ChannelSettings[];
  products: ChatProducts;
  trackers: TrackerProducts;
};

/** Counterparts of all products outside of AWS that the settings name, by host, and their secrets. */
export function openProducts(estate: Pick<Estate, 'functions' | 'urls'>, clock: Clock) {
  const channels = channelsOf(estate);
  const products = createChatProducts(channels, clock);
  const trackers = createTrackerProducts(estate, clock);
  const hosts: Record<string, FileHandler> = { ...products.hosts, ...trackers.hosts };
  const opened: Products = { channels, products, trackers };
  return { opened, hosts, secrets: { ...products.secrets, ...trackers.secrets, ...webhookSecrets(estate) } };
}
