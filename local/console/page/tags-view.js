import { ask } from './api.js';
import { h, reconcile } from './dom.js';
import { resourceTile } from './resource-tile.js';

/** What the accounts hold, with its tags, a board for each account and Region. */
export function tagsView() {
  const boards = h('div', { class: 'cards' });
  const summary = h('p', { class: 'quiet' });
  const element = h(
    'div',
    { class: 'channel' },
    h('div', { class: 'view-head' }, h('h2', {}, 'Tags'), summary),
    h(
      'div',
      { class: 'scroller', role: 'region', 'aria-label': 'Resources and their tags', tabindex: '0' },
      boards,
    ),
  );
  const refresh = async () => {
    const { total, places } = await ask('/api/resources');
    summary.textContent = `${total} resources, and what AWS Config found of them.`;
    reconcile(
      boards,
      places.map((/** @type {any} */ place) => board(place, refresh)),
    );
  };
  return { element, refresh };
}

/** @param {any} place @param {() => Promise<void>} refresh */
function board({ account, accountName, region, resources }, refresh) {
  const bad = resources.filter((/** @type {any} */ { compliance }) => compliance === 'NON_COMPLIANT').length;
  return h(
    'section',
    { class: 'card board', data: { key: `${account}/${region}` } },
    h(
      'div',
      { class: 'board-head' },
      h('h3', {}, accountName),
      h('span', { class: 'quiet' }, `${account} · ${region}`),
      bad > 0 && h('span', { class: 'tag bad' }, `${bad} of ${resources.length} violate`),
    ),
    h(
      'ul',
      { class: 'tiles' },
      resources.map((/** @type {any} */ resource) => resourceTile(resource, refresh)),
    ),
  );
}
