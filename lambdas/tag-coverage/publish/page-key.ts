import { exportKey } from '#lambdas/contracts/report-keys.ts';
import { TAG_COVERAGE } from '#lambdas/contracts/tags/tag-tables.ts';

/** Where the page of a day lies. */
export function pageKey(date: string): string {
  return exportKey(TAG_COVERAGE.name, date, 'html');
}

/** Where that of the last day lies, for bookmarks. */
export const LATEST_PAGE_KEY = exportKey(TAG_COVERAGE.name, 'latest', 'html');
