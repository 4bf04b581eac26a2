import { announce } from './announce.js';
import { tell } from './api.js';
import { byId } from './dom.js';

/** The form that takes an event of one's own. */
export function startOwnEvent() {
  const text = /** @type {HTMLTextAreaElement} */ (byId('own-event-text'));
  const problem = byId('own-event-error');
  byId('own-event-form').addEventListener('submit', async (submitted) => {
    submitted.preventDefault();
    try {
      await tell('/api/events', { text: text.value });
      text.removeAttribute('aria-invalid');
      problem.textContent = '';
      announce('Event sent');
    } catch (error) {
      text.setAttribute('aria-invalid', 'true');
      problem.textContent = /** @type {Error} */ (error).message;
      text.focus();
    }
  });
}
