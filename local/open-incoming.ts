import type { Clock } from '#local/clock.ts';
import type { Estate } from '#local/estate.ts';
import { startFunctionUrls, type UrlParts } from '#local/lambda/function-urls.ts';
import type { TrackerProducts } from '#local/tracker-products.ts';
import { openWebhooks, type TrackerWebhooks } from '#local/tracker-webhooks.ts';

type Surroundings = { clock: Clock; region: string };
export type Incoming = Awaited<ReturnType<typeof openIncoming>>;

/** What comes in from the internet: requests to function URLs, and the webhooks of products that make them. */
export async function openIncoming(surroundings: Surroundings) {
  const parts: UrlParts = {};
  const urls = await startFunctionUrls(parts, surroundings);
  const webhooks: TrackerWebhooks = {};
  return {
    /** Where a function URL leads on this machine, with a slash at its end. */
    functionUrl: urls.addressOf,
    /** What trackers tell by themselves, by the name of the tracker. */
    webhooks,
    /** Sets up what the templates ask for, which name the URLs. */
    connect(estate: Estate, trackers: TrackerProducts, invoke: NonNullable<UrlParts['invoke']>): void {
      Object.assign(parts, { estate, invoke });
      Object.assign(webhooks, openWebhooks(estate, trackers, urls.addressOf));
    },
    idle: () => Object.values(webhooks).every((hook) => hook.idle()),
    close: async () => {
      for (const hook of Object.values(webhooks)) hook.stop();
      await urls.close();
    },
  };
}
