import { ask } from './api.js';
import { h, reconcile } from './dom.js';
import { serviceTile } from './service-tile.js';

/** A deployment that goes on is no trouble. */
const WELL = ['ok', 'rolling'];

/** The services of Amazon ECS as they stand, a board for each cluster. */
export function ecsView() {
  const boards = h('div', { class: 'cards' });
  const summary = h('p', { class: 'quiet' }, 'How each service stands now, and what is open about it.');
  const element = h(
    'div',
    { class: 'channel' },
    h('div', { class: 'view-head' }, h('h2', {}, 'ECS'), summary),
    h(
      'div',
      { class: 'scroller', role: 'region', 'aria-label': 'Services of Amazon ECS', tabindex: '0' },
      boards,
    ),
  );
  const refresh = async () => {
    const clusters = await ask('/api/ecs');
    const isEmpty = clusters.length === 0;
    reconcile(boards, isEmpty ? [nothing()] : clusters.map((cluster) => board(cluster, refresh)));
  };
  return { element, refresh };
}

function nothing() {
  return h('p', { class: 'empty', data: { key: 'empty' } }, 'Nothing runs on Amazon ECS in this world.');
}

/** @param {any} cluster @param {() => Promise<void>} refresh */
function board(cluster, refresh) {
  const { account, accountName, region, name, services } = cluster;
  const troubled = services.filter((/** @type {any} */ { state }) => state !== 'ok').length;
  const key = [account, region, name].join('/');
  return h(
    'section',
    { class: 'card board', data: { key } },
    h(
      'div',
      { class: 'board-head' },
      h('h3', {}, name),
      h('span', { class: 'quiet' }, `${accountName} · ${region}`),
      troubled > 0
        ? h('span', { class: 'tag bad' }, `${troubled} of ${services.length} in trouble`)
        : h('span', { class: 'tag good' }, 'all well'),
    ),
    services.length > 0
      ? h(
          'ul',
          { class: 'tiles' },
          services.map((/** @type {any} */ service) => serviceTile(service, cluster, refresh)),
        )
      : h('p', { class: 'empty' }, 'No service.'),
  );
}
