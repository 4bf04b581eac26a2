import { announce } from './announce.js';
import { ask, tell } from './api.js';
import { byId } from './dom.js';
import { cloudNow, longTime, setCloudNow } from './time.js';

/**
 * The clock in the header and the buttons that move it.
 * @param {() => void} onMoved
 */
export async function startClock(onMoved) {
  const face = /** @type {HTMLTimeElement} */ (byId('clock'));
  const show = () => {
    face.textContent = longTime(cloudNow());
    face.dateTime = new Date(cloudNow()).toISOString();
  };
  for (const button of document.querySelectorAll('button[data-advance]')) {
    button.addEventListener('click', async () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      button.setAttribute('aria-disabled', 'true');
      const milliseconds = Number(/** @type {HTMLElement} */ (button).dataset.advance);
      try {
        setCloudNow(await tell('/api/clock/advance', { milliseconds }));
        announce(`The clock reads ${longTime(cloudNow())}`);
      } catch (error) {
        announce(`The clock did not move: ${/** @type {Error} */ (error).message}`);
      } finally {
        button.removeAttribute('aria-disabled');
      }
      show();
      onMoved();
    });
  }
  setCloudNow(await ask('/api/clock'));
  show();
  setInterval(show, 1000);
}
