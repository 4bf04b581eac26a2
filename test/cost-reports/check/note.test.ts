import { expect, test } from 'vitest';
import { notesAbout } from '#lambdas/cost-reports/check/note.ts';

const notes = [
  { text: 'of all' },
  { text: 'of a query', query: 'services-monthly' },
  { text: 'of a month', month: '2026-10' },
  { text: 'of both', query: 'services-monthly', month: '2026-10' },
  { text: 'of all' },
];

test.each([
  ['the digest, which is about anything', {}, ['of all', 'of a query', 'of a month', 'of both']],
  ['the page of a month', { month: '2026-11' }, ['of all', 'of a query']],
  ['the same month', { month: '2026-10' }, ['of all', 'of a query', 'of a month', 'of both']],
  ['a table', { queries: ['regions-monthly'], month: '2026-10' }, ['of all', 'of a month']],
  ['another table', { queries: ['services-monthly'], month: '2026-11' }, ['of all', 'of a query']],
])('%s says what is about it, each thing once', (_, about, texts) => {
  expect(notesAbout(notes, about)).toEqual(texts);
});
