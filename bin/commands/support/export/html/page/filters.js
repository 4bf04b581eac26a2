import { accountOf, number, STATES, stateOf } from './case-words.js';
import { element } from './element.js';

/** What can be chosen from: the name of the field, its label, what of a case it is, and how that is called. */
const FIELDS = [
  ['turn', 'Turn', stateOf, (value) => STATES[value]],
  ['account', 'Account', ({ account }) => account, (_, one) => accountOf(one)],
  ['service', 'Service', ({ service }) => service],
  ['severity', 'Severity', ({ severity }) => severity],
  ['status', 'Status', ({ status }) => status],
];

/** Fields that narrow the list, in `place`. Gives a function that says which cases are left. */
export function addFilters(place, cases, changed) {
  const selects = FIELDS.map(([name, label, valueOf, wordsOf = (value) => value]) => {
    // A withheld case says no service.
    const groups = [...Map.groupBy(cases.filter(valueOf), valueOf)].toSorted(
      ([, some], [, others]) => others.length - some.length,
    );
    const select = element(
      'select',
      { id: `filter-${name}` },
      element('option', { value: '' }, 'All'),
      groups.map(([value, some]) =>
        element('option', { value }, `${wordsOf(value, some[0])}, ${number(some.length)}`),
      ),
    );
    select.addEventListener('change', changed);
    place.append(element('label', {}, element('span', {}, label), select));
    return { select, valueOf };
  });
  return () =>
    selects.reduce(
      (left, { select, valueOf }) =>
        select.value === '' ? left : left.filter((one) => valueOf(one) === select.value),
      cases,
    );
}
