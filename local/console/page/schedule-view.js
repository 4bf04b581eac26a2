import { actionButton } from './action-button.js';
import { ask, tell } from './api.js';
import { h, reconcile } from './dom.js';
import { longTime, shortTime } from './time.js';

/** The schedules with their next moment, each with a button that does not wait for it. */
export function scheduleView() {
  const list = h('div', { class: 'cards' });
  const element = h(
    'div',
    { class: 'channel' },
    h(
      'div',
      { class: 'view-head' },
      h('h2', {}, 'Schedules'),
      h('p', { class: 'quiet' }, 'They run by the clock above, or when you say so.'),
    ),
    h('div', { class: 'scroller', role: 'region', 'aria-label': 'Schedules', tabindex: '0' }, list),
  );
  const refresh = async () => reconcile(list, (await ask('/api/schedules')).map(card));
  return { element, refresh };
}

/** @param {any} schedule */
function card({ name, label, does, expression, nextAt }) {
  const run = async () => {
    const { status, errorMessage } = await tell('/api/schedules/run', { name });
    return status === 'ok' ? 'Ran.' : `Failed: ${errorMessage}`;
  };
  const next =
    nextAt === undefined
      ? 'does not run by itself'
      : h('time', { datetime: new Date(nextAt).toISOString(), title: longTime(nextAt) }, shortTime(nextAt));
  return h(
    'section',
    { class: 'card', data: { key: name } },
    h('h3', {}, label),
    h('p', {}, h('code', {}, expression), ` ${does}, next: `, next),
    actionButton('Run now', run, { name: `Run now: ${label}` }),
  );
}
