import { ask } from './api.js';
import { h } from './dom.js';
import { longTime, shortTime } from './time.js';

/** The alerts as the ledger has them. */
export function ledgerView() {
  const body = h('tbody');
  const empty = h('p', { class: 'empty' }, 'The ledger is empty.');
  const columns = ['Alert', 'Status', 'Severity', 'Revision', 'Told to', 'Due', 'Changed'];
  const table = h(
    'table',
    {},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        columns.map((name) => h('th', { scope: 'col' }, name)),
      ),
    ),
    body,
  );
  const region = h(
    'div',
    { class: 'scroller wide', role: 'region', 'aria-label': 'Alerts of the ledger', tabindex: '0' },
    empty,
    table,
  );
  const element = h(
    'div',
    { class: 'channel' },
    h(
      'div',
      { class: 'view-head' },
      h('h2', {}, 'Ledger'),
      h(
        'p',
        { class: 'quiet' },
        'One row for each alert: what the desk knows, and which revision each channel has.',
      ),
    ),
    region,
  );
  return {
    element,
    async refresh() {
      const alerts = await ask('/api/ledger');
      body.replaceChildren(...alerts.map(row));
      empty.hidden = alerts.length > 0;
      table.hidden = alerts.length === 0;
    },
  };
}

/** @param {any} alert */
function row({ key, title, status, severity, revision, channels, dueAt, updatedAt }) {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, title, h('code', { class: 'key' }, key)),
    h('td', {}, h('span', { class: `tag ${status === 'resolved' ? 'good' : 'open'}` }, status)),
    h('td', {}, severity),
    h('td', { class: 'number' }, String(revision)),
    h('td', {}, channels.length > 0 ? channels.map(told) : h('span', { class: 'quiet' }, 'nobody')),
    h('td', {}, moment(dueAt)),
    h('td', {}, moment(Date.parse(updatedAt))),
  );
}

/** @param {{ name: string, revision?: number, owedAt?: string }} channel */
function told({ name, revision, owedAt }) {
  const state = revision === undefined ? 'not yet' : `r${revision}`;
  const owed = owedAt ? `, more at ${shortTime(Date.parse(owedAt))}` : '';
  return h('span', { class: 'told' }, `${name} ${state}${owed}`);
}

/** @param {number | undefined} at */
function moment(at) {
  if (at === undefined) return h('span', { class: 'quiet' }, '–');
  return h('time', { datetime: new Date(at).toISOString(), title: longTime(at) }, shortTime(at));
}
