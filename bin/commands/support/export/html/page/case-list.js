import { accountOf, linkTo, number, STATES, stateOf, titleOf } from './case-words.js';
import { element, isolated, marked } from './element.js';
import { passagesOf } from './search-threads.js';

const STEP = 50;
/** After so many the page looks whether somebody typed. */
const BETWEEN = 5;

/** Shows the first of some cases in `place`, and more of them on demand. `terms`: what was searched for. */
export async function showCases(place, cases, terms, isStill = () => true) {
  const list = element('ul', { class: 'cases' });
  const more = element('button', { type: 'button', class: 'next' });
  const add = async () => {
    const shown = list.childElementCount;
    const some = cases.slice(shown, shown + STEP);
    const items = [];
    for (const one of some) {
      items.push(await itemOf(one, terms));
      if (!isStill()) return undefined;
      if (terms.length > 0 && items.length % BETWEEN === 0) await new Promise((resume) => setTimeout(resume));
    }
    list.append(...items);
    const left = cases.length - list.childElementCount;
    more.textContent = `Show ${Math.min(STEP, left)} more of ${number(left)}`;
    more.hidden = left === 0;
    return items[0];
  };
  more.addEventListener('click', async () => (await add())?.querySelector('a')?.focus());
  await add();
  if (isStill()) place.replaceChildren(list, more);
}

/** Shows which of the cases is open. */
export function markOpen(place, hash) {
  for (const link of place.querySelectorAll('a')) {
    if (hash !== '#' && link.getAttribute('href') === hash) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

async function itemOf(one, terms) {
  const { subject = [], passages = [] } = terms.length > 0 ? await passagesOf(one, terms) : {};
  const state = stateOf(one);
  const title = one.withheld || subject.length === 0 ? isolated(titleOf(one)) : marked(one.subject, subject);
  return element(
    'li',
    {},
    element(
      'a',
      { href: linkTo(one), class: one.withheld ? 'withheld' : undefined },
      element('span', { class: 'title' }, title),
      element(
        'span',
        { class: 'about' },
        element('span', { class: `state ${state}` }, STATES[state]),
        element('span', {}, one.severity),
        isolated(accountOf(one)),
        element('span', {}, one.createdAt.slice(0, 10)),
        element('span', { class: 'id' }, one.displayId),
      ),
      passages.map(({ passage }) =>
        element(
          'span',
          { class: 'passage' },
          passage.isCutBefore ? '…' : '',
          marked(passage.text, passage.marks),
          passage.isCutAfter ? '…' : '',
        ),
      ),
    ),
  );
}
