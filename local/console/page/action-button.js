import { announce } from './announce.js';
import { h } from './dom.js';

/**
 * What each button said last: the card that it stands in may be drawn anew while it works.
 * @type {Map<string, { words: string, isProblem: boolean }>}
 */
const said = new Map();

/**
 * A button that does something and says beside itself how it went.
 * @param {string} label
 * @param {() => Promise<string | void>} act resolves with what to say
 * @param {{ primary?: boolean, name?: string }} [options] `name`: what it is called where the label alone is not enough
 * @returns {HTMLElement}
 */
export function actionButton(label, act, { primary = false, name } = {}) {
  const key = name ?? label;
  const outcome = h('span', { class: 'outcome', role: 'status', data: { of: key } });
  show(outcome);
  const run = async () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    // Not `disabled`: that would take the focus away.
    button.setAttribute('aria-disabled', 'true');
    say(key, '');
    try {
      say(key, (await act()) ?? '');
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      say(key, message, true);
      announce(message);
    } finally {
      button.removeAttribute('aria-disabled');
    }
  };
  const classes = primary ? 'primary' : undefined;
  const button = h('button', { type: 'button', class: classes, 'aria-label': name, onclick: run }, label);
  return h('span', { class: 'action' }, button, outcome);
}

/** @param {string} key @param {string} words */
function say(key, words, isProblem = false) {
  said.set(key, { words, isProblem });
  for (const outcome of document.querySelectorAll('.outcome'))
    show(/** @type {HTMLElement} */ (outcome), key);
}

/** @param {HTMLElement} outcome */
function show(outcome, key = outcome.dataset.of) {
  const last = said.get(key ?? '');
  if (!last || outcome.dataset.of !== key) return;
  outcome.textContent = last.words;
  outcome.classList.toggle('problem', last.isProblem);
}
