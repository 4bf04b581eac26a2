import { expect, test } from 'vitest';
import { titleOf } from '#lambdas/case-trackers/github/title-of.ts';
import { aView } from '../a-view.ts';

test.each([
  { what: 'the number and the subject', view: {}, title: '[AWS 176962049400621] An instance does not start' },
  {
    what: 'one line of what people see',
    view: { subject: ' A\n\u202Esubject\u0000 ' },
    title: '[AWS 176962049400621] A subject',
  },
  {
    what: 'no empty subject',
    view: { subject: '\n' },
    title: '[AWS 176962049400621] Support case of shop-prod',
  },
])('a title is $what', ({ view, title }) => {
  expect(titleOf(aView(view))).toBe(title);
});

test('a long title is cut where GitHub and people still take it, between characters', () => {
  const title = titleOf(aView({ subject: '😀'.repeat(300) }));

  expect(title.length).toBeLessThanOrEqual(200);
  expect(title.isWellFormed()).toBe(true);
  expect(title.endsWith('😀…')).toBe(true);
});
