import { exportKey } from '#lambdas/contracts/report-keys.ts';
import { ADVISOR_ITEMS } from '#lambdas/contracts/trusted-advisor/advisor-tables.ts';

/** Where the page of a day lies. */
export function pageKey(date: string): string {
  return exportKey(ADVISOR_ITEMS.name, date, 'html');
}

/** Where that of the last day lies, for bookmarks. */
export const LATEST_PAGE_KEY = exportKey(ADVISOR_ITEMS.name, 'latest', 'html');
