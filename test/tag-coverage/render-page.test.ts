import { expect, test } from 'vitest';
import { renderPage } from '#lambdas/tag-coverage/page/render-page.ts';
import { aSummary } from '#test/tag-coverage/a-summary.ts';

const textOf = (html: string) =>
  html
    .replaceAll(/<(?:style|script)>.*?<\/(?:style|script)>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

test('the page says in figures what is covered, what is left out, and how to mend it', () => {
  const text = textOf(renderPage(aSummary()));

  expect(text).toContain('Required tags, 2026-11-23');
  expect(text).toMatch(/Covered \d+\.\d% of 252 resources have all required tags/);
  expect(text).toContain('Not counted: 31 resources that AWS made by itself.');
  expect(text).toContain('AWS::CloudWatch::Alarm');
  expect(text).toContain('One of: prod, test');
  expect(text).toContain('All 36 that were asked record what the policy is about.');
});

test('a first day has no trend, and days without a sweep are gaps in it', () => {
  expect(renderPage(aSummary({ days: 1 }))).not.toContain('id="trend"');
  const { history } = aSummary();
  const [line = ''] = /<path d="([^"]*)" fill="none"/.exec(renderPage(aSummary({ history }))) ?? [];

  expect(line.match(/M/g)?.length).toBeGreaterThan(1);
});

test('where nothing is seen it says so, and no share of nothing', () => {
  const text = textOf(renderPage(aSummary({ accountCount: 0, history: [] })));

  expect(text).toContain('No resource that needs a tag is seen.');
  expect(text).not.toContain('NaN');
});
