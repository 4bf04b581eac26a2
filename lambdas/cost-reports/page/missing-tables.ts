import {
  type CostReport,
  GROUPED_REPORTS,
  type GroupedReport,
  groupedTable,
  OWN_TABLES,
} from '#lambdas/contracts/cost-tables.ts';
import type { PageData } from '#lambdas/cost-reports/page/page-data.ts';

/** The titles of reports that settings choose, that belong to the month, and that are not stored of it. */
export function missingTables(data: PageData, reports: readonly CostReport[], isRunning: boolean): string[] {
  const { commitments, services, accounts, regions, kinds, splits } = data;
  const stored: Partial<Record<CostReport, boolean>> = {
    total: data.total !== undefined,
    services: services !== undefined,
    accounts: accounts !== undefined,
    regions: regions !== undefined,
    'record-types': kinds !== undefined,
    'commitment-use': commitments.use !== undefined,
    tags: splits.some(({ kind }) => kind === 'tag'),
    'cost-categories': splits.some(({ kind }) => kind === 'cost category'),
    'ri-coverage': commitments.riCoverage !== undefined,
    'ri-utilization': commitments.riUtilization !== undefined,
    'sp-coverage': commitments.spCoverage !== undefined,
    'sp-utilization': commitments.spUtilization !== undefined,
    // AWS forecasts the running month alone, and compares whole months alone.
    forecast: !isRunning || data.forecast !== undefined,
    'comparison-drivers': isRunning || data.drivers !== undefined,
  };
  return reports.filter((report) => stored[report] === false).map(titleOf);
}

function titleOf(report: CostReport): string {
  return isGrouped(report)
    ? groupedTable(report, 'MONTHLY').title.replace(/ by month$/, '')
    : OWN_TABLES[report].title;
}

function isGrouped(report: CostReport): report is GroupedReport {
  return (GROUPED_REPORTS as readonly CostReport[]).includes(report);
}
