import { actionButton } from './action-button.js';
import { ask, tell } from './api.js';
import { byId, h, reconcile } from './dom.js';

/** @typedef {{ id: string, title: string, about: string, told: number, steps: { title: string, shows: string, played: boolean }[] }} Story */

/** Shows the stories; the buttons of each tell its next step. */
export async function startStories() {
  show(await ask('/api/stories'));
}

/** @param {Story[]} stories */
function show(stories) {
  reconcile(byId('stories'), stories.map(story));
}

/** @param {Story} story @param {number} position */
function story({ id, title, about, told, steps }, position) {
  const next = steps[told];
  const replay = async () => show((await tell('/api/stories/next', { story: id })).stories);
  const restart = async () => show((await tell('/api/stories/restart', { story: id })).stories);
  const edit = async () => {
    const { event } = await ask('/api/stories/event', { story: id });
    const text = /** @type {HTMLTextAreaElement} */ (byId('own-event-text'));
    /** @type {HTMLDetailsElement} */ (byId('own-event')).open = true;
    text.value = JSON.stringify(event, undefined, 2);
    text.focus();
  };
  return h(
    'details',
    { class: 'story', open: (told > 0 && next !== undefined) || position === 0, data: { key: id } },
    h('summary', {}, h('span', {}, title), h('span', { class: 'progress' }, `${told}/${steps.length}`)),
    h('p', { class: 'quiet' }, about),
    h(
      'ol',
      {},
      steps.map((step, index) => stepOf(step, index, told)),
    ),
    h(
      'p',
      { class: 'story-actions' },
      next
        ? actionButton(`Replay: ${next.title}`, replay, { primary: true })
        : actionButton('Start over', restart),
      next && !next.played && actionButton('Edit', edit, { name: `Edit the event: ${next.title}` }),
    ),
  );
}

/** @param {{ title: string, shows: string }} step @param {number} index @param {number} told */
function stepOf({ title, shows }, index, told) {
  const state = index < told ? 'done' : index === told ? 'next' : 'later';
  return h(
    'li',
    { class: state, 'aria-current': state === 'next' ? 'step' : undefined },
    h('strong', {}, title),
    state === 'done' && h('span', { class: 'for-ears' }, ' (replayed)'),
    h('span', { class: 'quiet' }, shows),
  );
}
