import { announce } from './announce.js';
import { ask } from './api.js';
import { channelView } from './channel-view.js';
import { startClock } from './clock.js';
import { deadLetterView } from './dead-letter-view.js';
import { byId } from './dom.js';
import { ecsView } from './ecs-view.js';
import { addSteps, setSteps, startFlow } from './flow.js';
import { issueView } from './issue-view.js';
import { ledgerView } from './ledger-view.js';
import { startOwnEvent } from './own-event.js';
import { reportView } from './report-view.js';
import { scheduleView } from './schedule-view.js';
import { drawSidebar } from './sidebar.js';
import { startStories } from './stories.js';
import { tagsView } from './tags-view.js';
import { setCloudNow } from './time.js';
import { listenToUpdates } from './updates.js';

const VIEWS = [
  { id: 'ledger', label: 'Ledger', sign: '≡', make: ledgerView },
  { id: 'ecs', label: 'ECS', sign: '▦', make: ecsView },
  { id: 'tags', label: 'Tags', sign: '◇', make: tagsView },
  { id: 'issues', label: 'Issues', sign: '⊙', make: issueView },
  { id: 'reports', label: 'Reports', sign: '▤', make: reportView },
  { id: 'dead-letters', label: 'Dead letters', sign: '✕', make: deadLetterView },
  { id: 'schedules', label: 'Schedules', sign: '↻', make: scheduleView },
];

/** @type {{ name: string, kind: any }[]} */
const channels = await ask('/api/channels');
/** @type {Map<string, number>} */
const unseen = new Map();
let deadLetters = 0;
let current = '';
/** @type {{ element: HTMLElement, refresh: () => Promise<void> }} */
let view;

function showAddressed() {
  const asked = decodeURIComponent(location.hash.replace(/^#\//, ''));
  if (location.hash && !location.hash.startsWith('#/')) return;
  const channel = channels.find(({ name }) => `channel/${name}` === asked) ?? channels[0];
  const other = VIEWS.find(({ id }) => id === asked);
  current = other?.id ?? `channel/${channel?.name}`;
  if (!other && channel) unseen.delete(channel.name);
  view = other ? other.make() : channelView(/** @type {any} */ (channel));
  byId('view').replaceChildren(view.element);
  document.title = `${other?.label ?? channel?.name} · Reeve console`;
  drawEntries();
  byId('view').setAttribute('aria-busy', 'true');
  void view.refresh().finally(() => byId('view').removeAttribute('aria-busy'));
}

function drawEntries() {
  const entries = channels.map(({ name, kind }) => {
    const count = unseen.get(name);
    return {
      id: `channel/${name}`,
      label: name,
      sign: kind === 'webhook' ? '{}' : '#',
      badge: count ? [`${count}`, 'new'] : undefined,
    };
  });
  const views = VIEWS.map(({ id, label, sign }) => {
    const ringing = id === 'dead-letters' && deadLetters > 0;
    return {
      id,
      label,
      sign,
      badge: ringing ? [`▲ ${deadLetters}`, 'waiting, alarm rings'] : undefined,
      alarm: ringing,
    };
  });
  drawSidebar({ channels: entries, views, current });
}

/** @param {{ channel: string, kind: string, text: string }[]} changes */
function note(changes) {
  for (const { channel, kind, text } of changes) {
    announce(text);
    if (kind === 'posted' && current !== `channel/${channel}`)
      unseen.set(channel, (unseen.get(channel) ?? 0) + 1);
  }
}

async function countDeadLetters() {
  const queues = await ask('/api/dead-letters');
  deadLetters = queues.reduce(
    (/** @type {number} */ sum, /** @type {{ count: number }} */ { count }) => sum + count,
    0,
  );
  drawEntries();
}

let refreshing = 0;
function refreshSoon() {
  clearTimeout(refreshing);
  refreshing = setTimeout(() => {
    void view.refresh();
    void countDeadLetters();
  }, 60);
}

addEventListener('hashchange', showAddressed);
showAddressed();
startFlow();
startOwnEvent();
await Promise.all([startStories(), startClock(refreshSoon)]);

listenToUpdates({
  onSnapshot({ now, steps }) {
    byId('link-state').textContent = '';
    setCloudNow({ now });
    setSteps(steps);
    refreshSoon();
  },
  onUpdate({ now, steps, changes }) {
    setCloudNow({ now });
    addSteps(steps);
    note(changes);
    refreshSoon();
  },
  onLost() {
    byId('link-state').textContent = 'Connection lost. Is npm start still running?';
  },
});
