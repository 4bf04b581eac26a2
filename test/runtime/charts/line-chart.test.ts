import { expect, test } from 'vitest';
import { PAGE_PAINT } from '#lambdas/runtime/charts/chart-paint.ts';
import { textWidth } from '#lambdas/runtime/charts/draw.ts';
import { lineChart, type Series } from '#lambdas/runtime/charts/line-chart.ts';

const draw = (series: Series[], names = ['1', '2', '3']) =>
  lineChart({
    width: 300,
    height: 150,
    label: 'A line',
    paint: PAGE_PAINT,
    fontSize: 12,
    names,
    series,
    format: String,
  }).markup;
const pathsOf = (svg: string) => [...svg.matchAll(/<path d="([^"]*)"/g)].map(([, path = '']) => path);

test('a missing value is a gap of the line, never a guess', () => {
  const [whole] = pathsOf(draw([{ name: 'a', colour: 'red', points: [1, 2, 3] }]));
  const [broken] = pathsOf(draw([{ name: 'a', colour: 'red', points: [1, undefined, 3] }]));

  expect(whole?.match(/M/g)).toHaveLength(1);
  expect(broken?.match(/M/g)).toHaveLength(2);
});

test('a line that is filled reaches down to the axis, a dashed one differs without colour', () => {
  const svg = draw([
    { name: 'this', colour: 'red', points: [1, 2], filled: true },
    { name: 'last', colour: 'blue', points: [1, 2, 3], dashed: true },
  ]);

  expect(svg).toContain('fill-opacity="0.15"');
  expect(svg).toContain('stroke-dasharray="5 4"');
  expect(svg).toContain('>this</text>');
});

test('one value alone is a dot', () => {
  expect(draw([{ name: 'a', colour: 'red', points: [5] }])).toContain('<circle');
});

test('colours of a page are its own properties, for light and dark', () => {
  expect(draw([])).toContain('var(--chart-quiet)');
});

test.each([5, 10, 16, 21, 30, 90])(
  '%i dates below a line do not touch, and the last is among them',
  (count) => {
    const names = Array.from({ length: count }, (_, day) => `11-${String(day).padStart(2, '0')}`);
    const svg = draw([{ name: 'a', colour: 'red', points: names.map((_, day) => day) }], names);
    const texts = [...svg.matchAll(/<text[^>]*? x="([\d.]+)"[^>]*>(11-\d\d)<\/text>/g)];
    const places = texts.map(([, x = '']) => Number(x));
    const gaps = places.slice(1).map((x, index) => x - (places[index] ?? 0) - textWidth('11-00', 12));

    expect(texts.at(-1)?.[2]).toBe(names.at(-1));
    expect(places.length).toBeGreaterThan(1);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5.9);
  },
);
