import { actionButton } from './action-button.js';
import { announce } from './announce.js';
import { ask, tell } from './api.js';
import { h, reconcile } from './dom.js';
import { longTime, shortTime } from './time.js';

/** The dead-letter queues, the alarms that watch them, and the way back; then the alarms on measurements. */
export function deadLetterView() {
  const list = h('div', { class: 'cards' });
  const element = h(
    'div',
    { class: 'channel' },
    h(
      'div',
      { class: 'view-head' },
      h('h2', {}, 'Dead letters'),
      h('p', { class: 'quiet' }, 'What failed for good waits here, and an alarm rings.'),
    ),
    h('div', { class: 'scroller', role: 'region', 'aria-label': 'Dead-letter queues', tabindex: '0' }, list),
  );
  const refresh = async () => {
    const [queues, alarms] = await Promise.all([ask('/api/dead-letters'), ask('/api/alarms')]);
    queues.sort((/** @type {any} */ a, /** @type {any} */ b) => b.count - a.count);
    reconcile(list, [
      ...queues.map((/** @type {any} */ queue) => card(queue, refresh)),
      ...alarms.map(measurement),
    ]);
  };
  return { element, refresh };
}

/** @param {any} queue @param {() => Promise<void>} refresh */
function card({ queue, label, source, count, alarms, messages }, refresh) {
  const redrive = async () => {
    const { moved } = await tell('/api/dead-letters/redrive', { queue });
    announce(`${moved} moved back to ${source}`);
    await refresh();
  };
  return h(
    'section',
    { class: 'card', data: { key: queue } },
    h('h3', {}, label, h('span', { class: 'count' }, String(count))),
    ...alarms.map(alarm),
    messages.length > 0 && h('ul', { class: 'letters' }, messages.map(letter)),
    count > 0 && source && actionButton(`Redrive to ${source}`, redrive),
    count > 0 && !source && h('p', { class: 'quiet' }, 'These came from no queue: run the schedule again.'),
  );
}

/** @param {{ label: string, description: string, ringing: boolean, value?: number, at: number }} measured */
function measurement({ label, value, at, ...watching }) {
  const last =
    value === undefined
      ? 'Nothing was measured yet.'
      : [
          `${value}, measured `,
          h('time', { datetime: new Date(at).toISOString(), title: longTime(at) }, shortTime(at)),
        ];
  return h(
    'section',
    { class: 'card', data: { key: `metric ${label}` } },
    h('h3', {}, label),
    alarm(watching),
    h('p', { class: 'quiet' }, last),
  );
}

/** @param {{ description: string, ringing: boolean }} alarm */
function alarm({ description, ringing }) {
  return h(
    'p',
    { class: ringing ? 'alarm ringing' : 'alarm' },
    h('strong', {}, ringing ? '▲ Alarm rings ' : '○ Quiet '),
    description,
  );
}

/** @param {{ id: string, sentAt: number, receiveCount: number, excerpt: string }} message */
function letter({ id, sentAt, receiveCount, excerpt }) {
  return h(
    'li',
    {},
    h('time', { datetime: new Date(sentAt).toISOString(), title: longTime(sentAt) }, shortTime(sentAt)),
    h('code', {}, id),
    receiveCount > 0 &&
      h('span', { class: 'quiet' }, receiveCount === 1 ? 'received once' : `received ${receiveCount} times`),
    h('details', {}, h('summary', {}, 'First 200 characters'), h('pre', {}, excerpt)),
  );
}
