import type { ReportStore } from '#lambdas/runtime/report-store.ts';
import type { CoverageSummary } from '#lambdas/tag-coverage/coverage-summary.ts';
import { renderPage } from '#lambdas/tag-coverage/page/render-page.ts';
import { LATEST_PAGE_KEY, pageKey } from '#lambdas/tag-coverage/publish/page-key.ts';

/** Writes the page of a day, and again where the last one always lies. */
export async function publishPage(store: ReportStore, summary: CoverageSummary): Promise<void> {
  const page = Buffer.from(renderPage(summary));
  for (const key of [pageKey(summary.date), LATEST_PAGE_KEY])
    await store.write(key, [page], { contentType: 'text/html; charset=utf-8' });
}
