import { announce } from './announce.js';
import { tell } from './api.js';
import { h } from './dom.js';

/**
 * What is written and not sent yet, by issue: its card may be drawn anew meanwhile.
 * @type {Map<string, string>}
 */
const drafts = new Map();

/**
 * Writes a comment into an issue, as a person does in GitHub.
 * @param {{ name: string, number: number, author: string }} place `name`: of the tracker
 */
export function commentForm({ name, number, author }) {
  const key = `${name}#${number}`;
  const text = /** @type {HTMLTextAreaElement} */ (
    h('textarea', {
      rows: '3',
      required: true,
      placeholder: '/aws reply …',
      'aria-label': `Comment on issue ${number}, as ${author}`,
      oninput: () => drafts.set(key, text.value),
    })
  );
  text.value = drafts.get(key) ?? '';
  const send = async (/** @type {Event} */ submitted) => {
    submitted.preventDefault();
    try {
      await tell('/api/issues/comment', { tracker: name, number, text: text.value });
      drafts.delete(key);
      text.value = '';
    } catch (error) {
      announce(/** @type {Error} */ (error).message);
    }
  };
  return h(
    'form',
    { class: 'issue-form', onsubmit: send },
    text,
    h(
      'p',
      {},
      h('button', { type: 'submit' }, `Comment as ${author}`),
      h(
        'span',
        { class: 'quiet' },
        ' ',
        h('code', {}, '/aws reply'),
        ' sends what follows to AWS, ',
        h('code', {}, '/aws resolve'),
        ' ends the case.',
      ),
    ),
  );
}
