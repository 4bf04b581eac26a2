import { byId, h, reconcile } from './dom.js';

/** @typedef {{ id: string, label: string, sign: string, badge?: string[], alarm?: boolean }} Entry `badge`: what is seen, and the rest for ears */

/**
 * The list of channels and of the other views.
 * @param {{ channels: Entry[], views: Entry[], current: string }} content
 */
export function drawSidebar({ channels, views, current }) {
  reconcile(
    byId('channels'),
    channels.map((entry) => item(entry, current)),
  );
  reconcile(
    byId('views'),
    views.map((entry) => item(entry, current)),
  );
}

/** @param {Entry} entry @param {string} current */
function item({ id, label, sign, badge, alarm }, current) {
  return h(
    'li',
    { data: { key: id } },
    h(
      'a',
      { href: `#/${id}`, 'aria-current': id === current ? 'page' : undefined },
      h('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
      h('span', { class: 'label' }, label),
      badge &&
        h(
          'span',
          { class: alarm ? 'badge alarm-badge' : 'badge' },
          badge[0],
          h('span', { class: 'for-ears' }, ` ${badge[1]}`),
        ),
    ),
  );
}
