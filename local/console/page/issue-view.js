import { ask } from './api.js';
import { commentForm } from './comment-form.js';
import { h, reconcile } from './dom.js';
import { longTime, shortTime } from './time.js';
import { webhookDelivery } from './webhook-delivery.js';

/** The issues that support cases are mirrored into, and the signed events of the other trackers. */
export function issueView() {
  const list = h('div', { class: 'cards' });
  const element = h(
    'div',
    { class: 'channel' },
    h(
      'div',
      { class: 'view-head' },
      h('h2', {}, 'Issues'),
      h(
        'p',
        { class: 'quiet' },
        'Support cases as their trackers have them. The words are Markdown, as GitHub gets it.',
      ),
    ),
    h('div', { class: 'scroller', role: 'region', 'aria-label': 'Issues of trackers', tabindex: '0' }, list),
  );
  const refresh = async () => {
    const { repositories, receivers } = await ask('/api/issues');
    const hasTrackers = repositories.length + receivers.length > 0;
    const isEmpty = repositories.every((/** @type {any} */ { count }) => count === 0);
    reconcile(list, [
      ...(hasTrackers && !isEmpty ? [] : [empty(hasTrackers)]),
      ...repositories.flatMap((/** @type {any} */ { issues, ...place }) =>
        issues.map((/** @type {any} */ one) => issue(place, one)),
      ),
      ...receivers.flatMap((/** @type {any} */ { deliveries }) => deliveries.map(webhookDelivery)),
    ]);
  };
  return { element, refresh };
}

/** @param {boolean} hasTrackers */
function empty(hasTrackers) {
  const text = hasTrackers
    ? 'No issue yet. Replay “AWS Support: a case from its creation to its end”.'
    : 'There is no tracker: support.trackers of the settings names none.';
  return h('p', { class: 'empty', data: { key: 'empty' } }, text);
}

/** @param {{ name: string, repository: string, author?: string }} place @param {any} one */
function issue({ name, repository, author }, { number, title, state, stateReason, labels, body, comments }) {
  const isOpen = state === 'open';
  return h(
    'section',
    { class: 'card issue', data: { key: `${repository}#${number}` } },
    h('h3', {}, title),
    h(
      'p',
      { class: 'issue-facts' },
      h(
        'span',
        { class: isOpen ? 'tag' : 'tag good' },
        isOpen ? 'open' : `closed: ${stateReason ?? 'no reason'}`,
      ),
      ...labels.map((/** @type {string} */ label) => h('span', { class: 'tag' }, label)),
      h('span', { class: 'quiet' }, `${repository}#${number}`),
    ),
    h(
      'details',
      {},
      h('summary', {}, `Body and ${comments.length} ${comments.length === 1 ? 'comment' : 'comments'}`),
      h('pre', { class: 'issue-text' }, body),
      ...comments.map(comment),
      author !== undefined && commentForm({ name, number, author }),
    ),
  );
}

/** @param {any} comment */
function comment({ author, at, text }) {
  return h(
    'article',
    { class: 'issue-comment', 'aria-label': `Comment of ${author}` },
    h(
      'p',
      { class: 'quiet' },
      `${author} · `,
      h('time', { datetime: new Date(at).toISOString(), title: longTime(at) }, shortTime(at)),
    ),
    h('pre', { class: 'issue-text' }, text),
  );
}
