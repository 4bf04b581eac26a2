import type { Provenance } from '#lambdas/contracts/report.ts';
import type { CostSettings } from '#lambdas/contracts/settings.ts';
import type { MonthState } from '#lambdas/cost-reports/cost-state.ts';
import { readPageData } from '#lambdas/cost-reports/page/read-page-data.ts';
import { renderPage } from '#lambdas/cost-reports/page/render-page.ts';
import { pageKey } from '#lambdas/cost-reports/publish/page-key.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

/** Makes the page of a month from the stored tables: one file that needs no other. */
export function publishPage(store: ReportStore, { basis, reports }: CostSettings) {
  return async (month: string, provenance: Provenance, state?: MonthState): Promise<void> => {
    const page = renderPage(await readPageData(store, month, { basis, provenance, reports, state }));
    await store.write(pageKey(month), [Buffer.from(page)], { contentType: 'text/html; charset=utf-8' });
  };
}
