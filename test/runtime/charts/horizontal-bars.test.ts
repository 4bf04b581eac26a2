import { expect, test } from 'vitest';
import { PICTURE_PAINT } from '#lambdas/runtime/charts/chart-paint.ts';
import { type HorizontalBar, horizontalBars } from '#lambdas/runtime/charts/horizontal-bars.ts';

const draw = (bars: HorizontalBar[]) =>
  horizontalBars({ width: 300, label: 'Bars', paint: PICTURE_PAINT, fontSize: 12, bars }).markup;
const rectsOf = (svg: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(([, x, width]) => ({
    left: Number(x),
    right: Number(x) + Number(width),
  }));

test('what is less than nothing goes to the left of the axis', () => {
  const [up, down] = rectsOf(
    draw([
      { name: 'up', value: 3, text: '+3' },
      { name: 'down', value: -1, text: '-1' },
    ]),
  );

  expect(down?.right).toBeCloseTo(up?.left ?? 0, 1);
  expect(down?.left).toBeCloseTo(2, 1);
});

test('no bar runs into the words of its value', () => {
  const [bar] = rectsOf(draw([{ name: 'a', value: 3, text: '+$1,234.56 (+12.5%)' }]));

  expect(bar?.right).toBeLessThan(300 - 19 * 6);
});

test('a name that is too long is cut by whole signs, and escaped', () => {
  const svg = draw([{ name: `<${'😀'.repeat(200)}`, value: 1, text: '1' }]);

  expect(svg).toMatch(/>&lt;(?:😀)+…<\/text>/u);
});

test('wide signs get the room that they need', () => {
  const signsOf = (sign: string) =>
    />(\S+)…<\/text>/u.exec(draw([{ name: sign.repeat(300), value: 1, text: '1' }]))?.[1]?.length ?? 0;

  expect(signsOf('費')).toBeGreaterThan(20);
  expect(signsOf('費')).toBeLessThanOrEqual(25);
  expect(signsOf('n')).toBeGreaterThan(38);
});

test('values of nothing are drawn too', () => {
  expect(draw([{ name: 'a', value: 0, text: '0' }])).not.toMatch(/NaN|Infinity/);
});
