import type { ChatProducts } from '#local/chat-products.ts';
import { blocksRefusal } from '#local/counterparts/slack/block-kit-rules.ts';
import { pingsIn } from '#local/counterparts/slack/pings.ts';
import type { SlackMessage } from '#local/counterparts/slack/workspace.ts';
import type { EgressGateway } from '#local/proxy/egress-gateway.ts';

/** What people see in their channels now, and what is wrong with it. */
export type Hearing = {
  /** The channels that hold a message. */
  told: string[];
  /** Status, severity and title, as the first of them says. */
  summary: string;
  /** All words of all messages. */
  text: string;
  complaints: string[];
  /** Equal as long as no channel has changed. */
  state: string;
};

type Card = { status: string; severity: string; title: string };

/** Listens at every channel: Slack's messages must stay within its limits and ping nobody. */
export function hearChannels({ slack, conversations, receivers }: ChatProducts): Hearing {
  const chats = Object.entries(conversations).map(([name, id]) => ({ name, messages: slack.messages(id) }));
  const hooks = Object.entries(receivers).map(([name, receiver]) => ({
    name,
    messages: receiver.deliveries(),
  }));
  const told = [...chats, ...hooks].filter(({ messages }) => messages.length > 0).map(({ name }) => name);
  const card = hooks.flatMap(({ messages }) => messages).at(-1)?.body as { data: Card } | undefined;
  const words = chats.flatMap(({ messages }) => messages).at(0)?.text ?? '';
  return {
    told: told.sort(),
    summary: card ? `${card.data.status} | ${card.data.severity} | ${card.data.title}` : words,
    text: JSON.stringify(chats),
    complaints: chats.flatMap(({ name, messages }) =>
      messages.flatMap(complaintsAbout).map((complaint) => `${name}: ${complaint}`),
    ),
    state: JSON.stringify([chats, hooks]),
  };
}

function complaintsAbout(message: SlackMessage): string[] {
  const refusal = blocksRefusal(message.blocks);
  const pings = [...message.pings, ...pingsIn(message)];
  const { files = [] } = message;
  const isPicture = files.length > 0;
  return [
    ...(refusal ? [`${refusal.error} ${refusal.messages.join(', ')}`] : []),
    ...(message.blocks.length === 0 && !isPicture ? ['a message without blocks'] : []),
    ...(message.text.trim() === '' && !isPicture ? ['a message without a text for notifications'] : []),
    ...(files.some(({ alt }) => alt.trim() === '')
      ? ['a picture without words for those who cannot see it']
      : []),
    ...(pings.length > 0 ? [`a message pings ${pings.join(', ')}`] : []),
  ];
}

/** Collects every answer by which a chat product turned something down, an unverified signature included. */
export function watchRefusals(gateway: EgressGateway): string[] {
  const refusals: string[] = [];
  gateway.addHook({
    after: async ({ host }, _caller, { status, body }) => {
      const text = body.toString();
      if (status >= 300 || text.startsWith('{"ok":false'))
        refusals.push(`${host} answered ${status} ${text}`);
    },
  });
  return refusals;
}
