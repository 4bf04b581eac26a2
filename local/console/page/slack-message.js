import { h } from './dom.js';
import { inlines } from './slack-inline.js';
import { longTime, shortTime } from './time.js';

/**
 * A message as Slack shows it, with its thread under it.
 * @param {any} message a `MessageView` of the console
 * @param {{ isReply?: boolean }} [options]
 * @returns {HTMLElement}
 */
export function slackMessage(message, { isReply = false } = {}) {
  const { id, at, author, deleted, replies } = message;
  const head = h(
    'div',
    { class: 'message-head' },
    h('strong', {}, author),
    h('span', { class: 'app-tag' }, 'APP'),
    h('time', { datetime: new Date(at).toISOString(), title: longTime(at) }, shortTime(at)),
  );
  const content = deleted
    ? [h('p', { class: 'quiet deleted' }, 'This message was deleted.')]
    : contentOf(message);
  return h(
    isReply ? 'li' : 'article',
    {
      class: 'message',
      'aria-label': isReply ? undefined : `Message of ${shortTime(at)}`,
      data: { key: id },
    },
    h('span', { class: 'avatar', 'aria-hidden': 'true' }, 'R'),
    h('div', { class: 'message-body' }, head, content, replies.length > 0 && thread(replies)),
  );
}

/** @param {any} message */
function contentOf({ blocks, files, editedAt, reactions, pings }) {
  return [
    ...blocks.map(block),
    ...files.map(picture),
    editedAt !== undefined && h('span', { class: 'edited', title: longTime(editedAt) }, '(edited)'),
    pings.length > 0 && h('p', { class: 'problem' }, `Notifies ${pings.join(' ')}`),
    reactions.length > 0 &&
      h('ul', { class: 'reactions', 'aria-label': 'Reactions' }, reactions.map(reaction)),
  ];
}

/** @param {{ title: string, alt: string, src: string }} file */
function picture({ title, alt, src }) {
  return h('figure', { class: 'picture' }, h('img', { src, alt }), h('figcaption', {}, title));
}

/** @param {{ emoji: string, name: string, count: number }} reaction */
function reaction({ emoji, name, count }) {
  return h(
    'li',
    { title: `:${name}:` },
    h('span', { role: 'img', 'aria-label': name.replaceAll('_', ' ') }, emoji),
    ` ${count}`,
  );
}

/** @param {any[]} replies @returns {HTMLElement} */
function thread(replies) {
  const count = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
  // Slack shows an alert that stands in a thread in the channel, too.
  const holdsAlert = replies.some(({ blocks }) =>
    blocks?.some((/** @type {any} */ { kind }) => kind === 'header'),
  );
  return h(
    'details',
    { class: 'thread', open: holdsAlert },
    h('summary', {}, count),
    h(
      'ul',
      {},
      replies.map((reply) => slackMessage(reply, { isReply: true })),
    ),
  );
}

/** @param {any} view a `BlockView` of the console @returns {HTMLElement} */
function block(view) {
  switch (view.kind) {
    case 'header':
      return h('h3', { class: 'block-header' }, view.text);
    case 'fields':
      return h(
        'div',
        { class: 'fields' },
        view.fields.map((/** @type {any} */ field) => h('p', {}, inlines(field))),
      );
    case 'list':
      return h(
        view.ordered ? 'ol' : 'ul',
        { class: `indent-${view.indent}` },
        view.items.map((/** @type {any} */ item) => h('li', {}, inlines(item))),
      );
    case 'quote':
      return h('blockquote', {}, inlines(view.inlines));
    case 'preformatted':
      return h('pre', {}, inlines(view.inlines));
    case 'actions':
      return h('p', { class: 'buttons' }, view.buttons.map(button));
    case 'context':
      return h(
        'p',
        { class: 'context' },
        view.parts.map((/** @type {any} */ part) => h('span', {}, inlines(part))),
      );
    case 'image':
      return h(
        'p',
        {},
        'Image: ',
        inlines([{ kind: view.url ? 'link' : 'text', text: view.text, url: view.url }]),
      );
    case 'divider':
      return h('hr');
    case 'other':
      return h('p', { class: 'quiet' }, `A block of type ${view.type}`);
    default:
      return h('p', {}, inlines(view.inlines));
  }
}

/** @param {{ text: string, url?: string, style?: string }} button */
function button({ text, url, style }) {
  const look = { class: `slack-button ${style ?? ''}` };
  if (!url) return h('span', look, text);
  return h('a', { ...look, href: url, target: '_blank', rel: 'noopener noreferrer' }, text);
}
