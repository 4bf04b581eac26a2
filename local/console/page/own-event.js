import { tell } from './api.js';
import { byId } from './dom.js';

/** The form that takes an event of one's own. */
export function startOwnEvent() {
  const text = /** @type {HTMLTextAreaElement} */ (byId('own-event-text'));
  const problem = byId('own-event-error');
  const outcome = byId('own-event-outcome');
  byId('own-event-form').addEventListener('submit', async (submitted) => {
    submitted.preventDefault();
    outcome.textContent = '';
    try {
      await tell('/api/events', { text: text.value });
      text.removeAttribute('aria-invalid');
      problem.textContent = '';
      outcome.textContent = 'Sent: see its flow.';
    } catch (error) {
      text.setAttribute('aria-invalid', 'true');
      problem.textContent = /** @type {Error} */ (error).message;
      text.focus();
    }
  });
}
