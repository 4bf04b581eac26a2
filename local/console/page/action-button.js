import { announce } from './announce.js';
import { h } from './dom.js';

/**
 * A button that does something and says beside itself how it went.
 * @param {string} label
 * @param {() => Promise<string | void>} act resolves with what to say
 * @param {{ primary?: boolean, name?: string }} [options] `name`: what it is called where the label alone is not enough
 * @returns {HTMLElement}
 */
export function actionButton(label, act, { primary = false, name } = {}) {
  const outcome = h('span', { class: 'outcome', role: 'status' });
  const run = async () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    // Not `disabled`: that would take the focus away.
    button.setAttribute('aria-disabled', 'true');
    outcome.className = 'outcome';
    outcome.textContent = '';
    try {
      const words = await act();
      if (words) outcome.textContent = words;
    } catch (error) {
      outcome.className = 'outcome problem';
      outcome.textContent = /** @type {Error} */ (error).message;
      announce(/** @type {Error} */ (error).message);
    } finally {
      button.removeAttribute('aria-disabled');
    }
  };
  const classes = primary ? 'primary' : undefined;
  const button = h('button', { type: 'button', class: classes, 'aria-label': name, onclick: run }, label);
  return h('span', { class: 'action' }, button, outcome);
}
