import { ask } from './api.js';
import { h, reconcile } from './dom.js';
import { faults } from './faults.js';
import { slackMessage } from './slack-message.js';
import { webhookDelivery } from './webhook-delivery.js';

const KINDS = {
  slack: 'Slack channel, written by a bot',
  'slack-webhook': 'Slack channel, written by an incoming webhook: no edits, no threads',
  webhook: 'Receiver of signed webhooks',
};

/**
 * The page of one channel. `refresh` shows what is new in it.
 * @param {{ name: string, kind: keyof typeof KINDS }} channel
 */
export function channelView(channel) {
  const { name, kind } = channel;
  const list = h('div', { class: kind === 'webhook' ? 'deliveries' : 'messages' });
  const empty = h('p', { class: 'empty' }, 'Nothing yet. Replay an event that is routed here.');
  const older = h('p', { class: 'quiet' });
  const scroller = h(
    'div',
    { class: 'scroller', role: 'region', 'aria-label': `Messages of ${name}`, tabindex: '0' },
    older,
    empty,
    list,
  );
  const element = h(
    'div',
    { class: 'channel' },
    h(
      'div',
      { class: 'view-head' },
      h('h2', {}, kind === 'webhook' ? name : `# ${name}`),
      h('p', { class: 'quiet' }, KINDS[kind]),
      faults(channel),
    ),
    scroller,
  );

  let followsEnd = true;
  const noteEnd = () => {
    followsEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  };
  scroller.addEventListener('scroll', noteEnd);
  scroller.addEventListener('toggle', noteEnd, true);

  return {
    element,
    async refresh() {
      const content = await ask('/api/channel', { name });
      const items =
        content.deliveries?.map(webhookDelivery) ??
        content.messages.map((/** @type {any} */ message) => slackMessage(message));
      reconcile(list, items);
      empty.hidden = items.length > 0;
      older.hidden = !content.older;
      older.textContent = `${content.older} older messages are not shown.`;
      if (followsEnd) scroller.scrollTop = scroller.scrollHeight;
    },
  };
}
