import { expect, test } from 'vitest';
import { publishChart } from '#lambdas/cost-reports/publish/publish-chart.ts';
import { aSummary } from '#test/cost-reports/digest/a-summary.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

test('the picture of a digest lies beside the pages, under its day, and says where and what it is', async () => {
  const store = memoryStore();
  const toPng = async (svg: string) => Buffer.from(svg.slice(0, 4));
  const report = () => expect.unreachable();
  const chart = await publishChart({ store, bucket: 'town-reports', toPng, report })(aSummary());
  const key = `exports/costs/${aSummary().today}.png`;
  expect(Buffer.from(store.files.get(key) ?? '').toString()).toBe('<svg');
  expect(chart).toMatchObject({ title: 'Costs by day', bucket: 'town-reports', key });
  expect(chart?.alt).toContain('credits and refunds below the axis');
});

test('a picture that cannot be drawn keeps no digest back', async () => {
  const errors: unknown[] = [];
  const toPng = () => Promise.reject(new Error('No font'));
  const report = (error: unknown) => errors.push(error);
  const chart = await publishChart({ store: memoryStore(), bucket: 'b', toPng, report })(aSummary());
  expect(chart).toBeUndefined();
  expect(errors).toHaveLength(1);
});
