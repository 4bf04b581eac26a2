import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import type { AdvisorSummary } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import { renderPage } from '#lambdas/trusted-advisor-sweep/page/render-page.ts';
import { LATEST_PAGE_KEY, pageKey } from '#lambdas/trusted-advisor-sweep/publish/page-key.ts';

/** Writes the page of a day, and again where the last one always lies. */
export async function publishPage(store: ReportStore, summary: AdvisorSummary): Promise<void> {
  const page = Buffer.from(renderPage(summary));
  for (const key of [pageKey(summary.date), LATEST_PAGE_KEY])
    await store.write(key, [page], { contentType: 'text/html; charset=utf-8' });
}
