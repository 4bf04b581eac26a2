import { actionButton } from './action-button.js';
import { tell } from './api.js';
import { h } from './dom.js';
import { longTime, shortTime } from './time.js';

/** Sign and words: colour alone would tell nobody who does not see it. */
const STATES = {
  down: ['▼', 'down', 'bad'],
  short: ['▽', 'short of tasks', 'bad'],
  failed: ['✕', 'deployment failed', 'bad'],
  alert: ['▲', 'alert open', 'bad'],
  rolling: ['↻', 'deploying', 'open'],
  ok: ['✓', 'well', 'good'],
};
const ROLLOUTS = { COMPLETED: 'completed', IN_PROGRESS: 'in progress', FAILED: 'failed' };

/**
 * A service: its tasks, its last deployment, what is open, and how to break it.
 * @param {any} service @param {any} cluster @param {() => Promise<void>} refresh
 */
export function serviceTile(
  { name, running, desired, pending, state, deployment, alerts },
  cluster,
  refresh,
) {
  const [sign, words, tone] = STATES[/** @type {keyof typeof STATES} */ (state)];
  const place = { account: cluster.account, region: cluster.region, cluster: cluster.name, service: name };
  const play = (/** @type {'crash' | 'mend'} */ what) => async () => {
    await tell('/api/ecs/play', { ...place, what });
    await refresh();
  };
  const of = `${name} in ${cluster.name}`;
  return h(
    'li',
    { class: `tile ${tone}`, data: { key: name } },
    h(
      'div',
      { class: 'tile-head' },
      h('h4', {}, name),
      h('span', { class: `tag ${tone}` }, h('span', { 'aria-hidden': 'true' }, `${sign} `), words),
    ),
    h(
      'p',
      { class: 'tasks' },
      h('strong', {}, String(running)),
      ` of ${desired} running`,
      pending > 0 && h('span', { class: 'quiet' }, `, ${pending} pending`),
    ),
    h('meter', {
      class: running < desired ? 'lacking' : undefined,
      min: 0,
      max: Math.max(desired, running, 1),
      value: running,
      'aria-label': `Running tasks of ${of}`,
    }),
    rollout(deployment),
    alerts.length > 0 && h('ul', { class: 'tile-alerts' }, alerts.map(alertItem)),
    running < desired
      ? actionButton('Mend', play('mend'), { name: `Mend: ${of}` })
      : actionButton('Crash tasks', play('crash'), { name: `Crash tasks: ${of}` }),
  );
}

/** @param {any} deployment */
function rollout(deployment) {
  if (!deployment) return h('p', { class: 'quiet' }, 'Never deployed');
  const { taskDefinition, rolloutState, startedAt } = deployment;
  const state = ROLLOUTS[/** @type {keyof typeof ROLLOUTS} */ (rolloutState)] ?? 'deployed';
  return h(
    'p',
    { class: 'quiet' },
    h('code', {}, taskDefinition),
    ` ${state}, `,
    h(
      'time',
      { datetime: new Date(startedAt).toISOString(), title: longTime(startedAt) },
      shortTime(startedAt),
    ),
  );
}

/** @param {{ reference: string, title: string }} alert */
function alertItem({ reference, title }) {
  return h('li', {}, h('code', {}, reference), ` ${title}`);
}
