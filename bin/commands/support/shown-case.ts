import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';

/**
 * A case as all its readers may see it. Of a withheld one its number, account, status, severity and times: its service, its
 * category and what was taken out of it would say what it is about, and its language and other ids who wrote it.
 */
export function shownCase(row: CaseRow): CaseRow {
  if (!row.withheld) return row;
  const { language: _, ...rest } = row;
  return {
    ...rest,
    caseIds: [],
    subject: '',
    service: '',
    category: '',
    redaction: { ...row.redaction, found: {} },
  };
}
