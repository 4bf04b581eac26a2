import { byId, h } from './dom.js';
import { longTime, span } from './time.js';

/** @typedef {{ id: number, at: number, stage: string, text: string, failed: boolean, minor: boolean, durationMs?: number }} FlowStep */

const DRAWN = 600;
/** A pause as long as this is somebody moving the clock, not work. */
const PAUSE_MS = 10_000;

/** @type {FlowStep[]} */
let steps = [];

/** The flow of the last event, with its filters. */
export function startFlow() {
  for (const id of ['flow-filter', 'flow-failed', 'flow-detail']) byId(id).addEventListener('input', draw);
}

/** @param {FlowStep[]} all */
export function setSteps(all) {
  steps = all;
  draw();
}

/** @param {FlowStep[]} added */
export function addSteps(added) {
  if (added.length === 0) return;
  const start = added.findLastIndex(({ stage }) => stage === 'event');
  steps = start < 0 ? [...steps, ...added] : added.slice(start);
  draw();
}

function draw() {
  const shown = steps.filter(isWanted).slice(-DRAWN);
  const first = steps[0];
  byId('steps').replaceChildren(...(first ? shown.map((step) => row(step, first.at, busyTime())) : []));
  byId('flow-summary').textContent = first ? summary(first, shown.length) : 'Replay an event to see its way.';
}

/** @param {FlowStep} first @param {number} shown */
function summary(first, shown) {
  if (steps.length === 1 && first.stage === 'event') return 'No rule has taken it.';
  const failed = steps.filter((step) => step.failed).length;
  const taken = `${shown} of ${steps.length} steps, ${span((steps.at(-1)?.at ?? first.at) - first.at)}`;
  return failed > 0 ? `${taken}, ${failed} failed` : taken;
}

/** @param {FlowStep} step */
function isWanted({ stage, text, failed, minor }) {
  const filter = /** @type {HTMLInputElement} */ (byId('flow-filter')).value.trim().toLowerCase();
  if (/** @type {HTMLInputElement} */ (byId('flow-failed')).checked && !failed) return false;
  if (filter) return `${stage} ${text}`.toLowerCase().includes(filter);
  return failed || !minor || /** @type {HTMLInputElement} */ (byId('flow-detail')).checked;
}

/** How long the work took before the first long pause: the scale of the bars. */
function busyTime() {
  const end = steps.findIndex(({ at }, index) => index > 0 && at - (steps[index - 1]?.at ?? at) > PAUSE_MS);
  const last = end < 0 ? steps.at(-1) : steps[end - 1];
  return Math.max(1, (last?.at ?? 0) - (steps[0]?.at ?? 0));
}

/** @param {FlowStep} step @param {number} start @param {number} scale */
function row({ at, stage, text, failed, durationMs }, start, scale) {
  const after = at - start;
  const bar = h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span', {}));
  const from = Math.max(0, after - (durationMs ?? 0)) / scale;
  const mark = /** @type {HTMLElement} */ (bar.firstElementChild);
  mark.style.setProperty('--from', String(Math.min(from, 1)));
  mark.style.setProperty('--length', String(Math.min((durationMs ?? 0) / scale, 1)));
  mark.hidden = after > scale;
  return h(
    'li',
    { class: failed ? 'failed' : undefined },
    h('time', { datetime: new Date(at).toISOString(), title: longTime(at) }, `+${span(after)}`),
    bar,
    h('span', { class: `stage stage-${stage}` }, stage),
    h(
      'span',
      { class: 'what' },
      failed && h('strong', { class: 'failed-mark' }, '✕ failed '),
      text,
      durationMs !== undefined && h('span', { class: 'quiet' }, `  ${span(durationMs)}`),
    ),
  );
}
