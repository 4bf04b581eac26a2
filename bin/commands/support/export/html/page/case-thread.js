import { findMarks } from '../../../search/find-passage.ts';
import { accountOf, minute, number, STATES, stateOf, titleOf } from './case-words.js';
import { element, isolated, marked } from './element.js';
import { threadsOf } from './packed-data.js';

/** A case with all its messages, oldest first; undefined: none is open. */
export async function threadView(one, terms) {
  if (!one) return element('p', { class: 'quiet none' }, 'Choose a case to read it.');
  const messages = one.part === undefined ? [] : (await threadsOf(one.part))[one.place];
  const title = titleOf(one);
  return element(
    'article',
    { 'aria-labelledby': 'case-title' },
    element('p', { class: 'back' }, element('a', { href: '#' }, 'Back to the list')),
    element(
      'h2',
      { id: 'case-title', tabindex: '-1' },
      marked(title, one.withheld ? [] : findMarks(title, terms)),
    ),
    facts(one),
    one.withheld &&
      element('p', { class: 'note' }, 'What was written is withheld: see it in the console of AWS Support.'),
    one.isGone && element('p', { class: 'note' }, 'Its thread was gone when this was exported.'),
    element(
      'ol',
      { class: 'messages' },
      messages.map((message, index) => messageView(message, index, terms)),
    ),
  );
}

function facts(one) {
  const state = stateOf(one);
  const found = Object.entries(one.redaction.found).map(([kind, count]) => `${number(count)} × ${kind}`);
  const rows = [
    ['Case', element('span', { class: 'id' }, one.displayId)],
    ['Turn', element('span', { class: `state ${state}` }, STATES[state])],
    ['Status', one.status],
    ['Severity', one.severity],
    ['Account', isolated(accountOf(one))],
    ['Unit', one.ou && isolated(one.ou)],
    ['Owner', one.owner && isolated(one.owner)],
    ['Service', one.service && `${one.service}, ${one.category}`],
    ['Opened', minute(one.createdAt)],
    ['First answer', firstAnswerOf(one)],
    ['Waits since', one.waitingSince && minute(one.waitingSince)],
    ['Resolved', one.resolvedAt && minute(one.resolvedAt)],
    ['Taken out', found.join(', ')],
  ];
  return element(
    'dl',
    { class: 'facts' },
    rows
      .filter(([, value]) => value)
      .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  );
}

function messageView({ at, from, author, body, files, editedAt }, index, terms) {
  return element(
    'li',
    { class: from, 'aria-labelledby': `message-${index}` },
    element(
      'h3',
      { id: `message-${index}` },
      isolated(author || from),
      ' ',
      element('time', { datetime: at }, minute(at)),
    ),
    editedAt && element('p', { class: 'quiet' }, `AWS took something out of it (${minute(editedAt)}).`),
    element(
      'div',
      { class: 'body', dir: 'auto' },
      marked(body, terms.length > 0 ? findMarks(body, terms) : []),
    ),
    files.length > 0 &&
      element(
        'ul',
        { class: 'files' },
        files.map((file) => element('li', {}, 'File: ', isolated(file))),
      ),
  );
}

function firstAnswerOf({ firstAnswerAt, openedBy }) {
  if (openedBy === 'aws') return 'none is due: AWS opened the case';
  return firstAnswerAt ? minute(firstAnswerAt) : 'not yet';
}
