import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bar, barChart } from '#lambdas/runtime/charts/bar-chart.ts';
import { PICTURE_PAINT } from '#lambdas/runtime/charts/chart-paint.ts';

const draw = (bars: Bar[], label = 'A chart') =>
  barChart({
    width: 400,
    height: 200,
    label,
    paint: PICTURE_PAINT,
    fontSize: 12,
    bars,
    legend: [],
    format: String,
  }).markup;
/** Of the axis, whose line is drawn stronger. */
const zeroOf = (svg: string) => Number(/y1="([\d.]+)" y2="[\d.]+" stroke="#55606c"/.exec(svg)?.[1]);
const rectsOf = (svg: string) =>
  [
    ...svg.matchAll(
      /<rect x="([\d.]+)" y="([\d.]+)" width="[\d.]+" height="([\d.]+)" fill="([^"]+)"([^/]*)/g,
    ),
  ].map(([, x, y, height, fill, rest = '']) => ({
    x: Number(x),
    top: Number(y),
    bottom: Number(y) + Number(height),
    fill,
    light: rest.includes('fill-opacity'),
  }));

describe('a bar chart', () => {
  test('draws what is spent above the axis and what is taken off below it', () => {
    const svg = draw([{ name: '1', above: 10, below: -4, tip: '' }]);
    const [above, below] = rectsOf(svg);

    expect([above?.fill, below?.fill]).toEqual([PICTURE_PAINT.above, PICTURE_PAINT.below]);
    expect(above?.bottom).toBeCloseTo(zeroOf(svg), 1);
    expect(below?.top).toBeCloseTo(zeroOf(svg), 1);
    expect(above && below && (above.bottom - above.top) / (below.bottom - below.top)).toBeCloseTo(2.5, 1);
  });

  test('leaves a gap where there is no value', () => {
    const [first, third] = rectsOf(
      draw([
        { name: '1', above: 1, tip: '' },
        { name: '2', tip: '' },
        { name: '3', above: 1, tip: '' },
      ]),
    );
    const [a, b] = rectsOf(
      draw([
        { name: '1', above: 1, tip: '' },
        { name: '2', above: 1, tip: '' },
        { name: '3', above: 1, tip: '' },
      ]),
    );

    expect((third?.x ?? 0) - (first?.x ?? 0)).toBeCloseTo(2 * ((b?.x ?? 0) - (a?.x ?? 0)), 0);
  });

  test('draws lighter what may still change', () => {
    const bars = rectsOf(
      draw([
        { name: '1', above: 1, tip: '' },
        { name: '2', above: 1, light: true, tip: '' },
      ]),
    );

    expect(bars.map(({ light }) => light)).toEqual([false, true]);
  });

  test('marks where a month begins, but not before the first bar', () => {
    const svg = draw([
      { name: '31', above: 1, begins: 'October', tip: '' },
      { name: '1', above: 1, begins: 'November', tip: '' },
    ]);

    expect(svg.match(/stroke-dasharray="2 3"/g)).toHaveLength(1);
    expect(svg).toContain('>October</text>');
    expect(svg).toContain('>November</text>');
  });

  test('names every nth bar where names would touch, the last always', () => {
    const svg = draw(Array.from({ length: 60 }, (_, index) => ({ name: `d${index}`, above: 1, tip: '' })));
    const names = [...svg.matchAll(/>(d\d+)<\/text>/g)].map(([, name]) => name);

    expect(names.length).toBeLessThan(25);
    expect(names.at(-1)).toBe('d59');
  });

  test('has its label as text alternative, escaped', () => {
    expect(draw([], 'Costs <b> & "c"')).toContain(
      'role="img" aria-label="Costs &lt;b&gt; &amp; &quot;c&quot;"',
    );
  });

  test('is the same each time, within its bounds, and of finite numbers alone', () => {
    const bar = fc.record({
      name: fc.string(),
      above: fc.double({ noNaN: true, min: 0, max: 1e12 }),
      below: fc.double({ noNaN: true, min: -1e12, max: 0 }),
      tip: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(bar, { maxLength: 70 }), (bars) => {
        const svg = draw(bars);
        expect(svg).toBe(draw(bars));
        expect(svg.replaceAll(/>[^<]*</g, '><')).not.toMatch(/NaN|Infinity|undefined/);
        for (const { top, bottom } of rectsOf(svg)) {
          expect(top).toBeGreaterThanOrEqual(0);
          expect(bottom).toBeLessThanOrEqual(200);
        }
      }),
      { numRuns: 50, examples: [[[{ name: '', above: 0, below: -5e-324, tip: '' }]]] },
    );
  });
});
