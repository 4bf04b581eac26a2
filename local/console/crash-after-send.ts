import type { ChannelSettings } from '#lambdas/contracts/settings.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { EgressRequest } from '#local/proxy/egress-gateway.ts';

/** Slack's methods that put a message into a conversation. */
const SENDING = /\/chat\.(?:postMessage|update)$/;

/**
 * Ends the function that next sends to a channel, once the product has taken the message and before the
 * function learns of it: between send and commit, where a message may be repeated but never lost.
 */
export function crashAfterSend(
  channel: ChannelSettings,
  { products, gateway, functions }: Pick<EmbeddedCloud, 'products' | 'gateway' | 'functions'>,
): void {
  const isSend = sendsTo(channel, products.secrets[channel.secretName] ?? '');
  const removeHook = gateway.addHook({
    after: async (request, caller, { status }) => {
      if (status >= 300 || !isSend(request)) return undefined;
      removeHook();
      await functions.kill(caller.sandbox);
      return 'hang-up';
    },
  });
}

function sendsTo(channel: ChannelSettings, secret: string): (request: EgressRequest) => boolean {
  switch (channel.kind) {
    case 'slack':
      return ({ host, path, body }) =>
        host === new URL(channel.apiUrl).host &&
        SENDING.test(path) &&
        body.toString().includes(JSON.stringify(channel.conversation));
    case 'slack-webhook':
      return isFor(secret);
    case 'webhook':
      return isFor((JSON.parse(secret) as { url: string }).url);
  }
}

function isFor(address: string): (request: EgressRequest) => boolean {
  const url = new URL(address);
  return ({ host, path }) => host === url.host && path === url.pathname;
}
