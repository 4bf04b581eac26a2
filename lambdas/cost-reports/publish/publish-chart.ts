import type { Attachment } from '#lambdas/contracts/observation.ts';
import type { CostSummary } from '#lambdas/cost-reports/cost-summary.ts';
import { monthName } from '#lambdas/cost-reports/month-name.ts';
import { digestChart } from '#lambdas/cost-reports/publish/digest-chart.ts';
import { chartKey } from '#lambdas/cost-reports/publish/page-key.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

export type ChartPorts = {
  store: Pick<ReportStore, 'write'>;
  /** Where the store is, for who shows the picture. */
  bucket: string;
  toPng: (svg: string) => Promise<Uint8Array>;
  report: (error: unknown) => void;
};

/** Draws the picture of a digest. Where it cannot be drawn, the digest goes without it. */
export function publishChart({ store, bucket, toPng, report }: ChartPorts) {
  return async (summary: CostSummary): Promise<Attachment | undefined> => {
    try {
      const key = chartKey(summary.today);
      await store.write(key, [await toPng(digestChart(summary))], { contentType: 'image/png' });
      return { title: 'Costs by day', alt: wordsOf(summary), bucket, key };
    } catch (error) {
      report(error);
      return undefined;
    }
  };
}

/** The message itself holds the figures. */
function wordsOf({ days, currency }: CostSummary): string {
  const months = [...new Set(days.map(({ day }) => monthName(day)))].join(' and ');
  return `Bars of the costs of each day in ${currency}, ${months}; credits and refunds below the axis`;
}
