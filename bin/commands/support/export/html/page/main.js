import { markOpen, showCases } from './case-list.js';
import { threadView } from './case-thread.js';
import { linkTo, number, stateOf } from './case-words.js';
import { addFilters } from './filters.js';
import { unpack } from './packed-data.js';
import { searchThreads } from './search-threads.js';

const PAUSE_MS = 200;
const RANKS = { 'waiting-for-us': 0, open: 1, resolved: 2 };
const [list, thread, status, input, fields] = ['#list', '#thread', '#status', '#words', '#filters'].map(
  (place) => document.querySelector(place),
);

const cases = (await unpack('cases')).toSorted(
  (one, other) => RANKS[stateOf(one)] - RANKS[stateOf(other)] || (one.createdAt < other.createdAt ? 1 : -1),
);
let turn = 0;
let terms = [];

async function showList() {
  const own = ++turn;
  const isStill = () => own === turn;
  const query = input.value.trim();
  const chosen = filtered();
  const progress = (share) => (status.textContent = `Searching: ${Math.floor(share * 100)} %`);
  const result =
    query === '' ? { terms: [], found: chosen } : await searchThreads(query, chosen, { isStill, progress });
  if (!result || !isStill()) return;
  terms = result.terms;
  await showCases(list, result.found, terms, isStill);
  if (!isStill()) return;
  const count = result.found.length;
  const words = `${number(count)} ${count === 1 ? 'case' : 'cases'}${query ? ' found' : ''}`;
  status.textContent =
    count === 0 ? 'No case is found.' : words + (query && count > 1 ? ', the best first' : '');
  markOpen(list, location.hash);
  await showThread(false);
}

function openCase() {
  const [account, displayId] = location.hash.slice(1).split('/').map(decoded);
  if (!account) return undefined;
  return (
    cases.find((one) => linkTo(one) === location.hash) ??
    cases.find((one) => one.displayId === (displayId ?? account))
  );
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function showThread(isAsked) {
  const one = openCase();
  const view = await threadView(one, terms);
  if (one !== openCase()) return;
  const before = list.querySelector('[aria-current]');
  thread.replaceChildren(view);
  document.body.classList.toggle('reading', one !== undefined);
  markOpen(list, one ? linkTo(one) : '#');
  if (!isAsked) return;
  if (one) view.querySelector('h2').focus({ preventScroll: true });
  else (before ?? input).focus();
  if (one) thread.scrollIntoView({ block: 'nearest' });
  thread.scrollTop = 0;
}

const filtered = addFilters(fields, cases, showList);
let pause;
input.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(showList, PAUSE_MS);
});
input.form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(pause);
  void showList();
});
addEventListener('hashchange', () => showThread(true));
input.form.hidden = false;
await showList();
document.documentElement.dataset.ready = 'true';
