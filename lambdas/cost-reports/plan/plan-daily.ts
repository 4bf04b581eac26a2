import {
  type CostReport,
  type GroupedReport,
  groupedTable,
  OWN_TABLES,
} from '#lambdas/contracts/cost-tables.ts';
import { upperMetricOf } from '#lambdas/cost-reports/cost-explorer/metric-names.ts';
import type { GroupKey } from '#lambdas/cost-reports/cost-query.ts';
import { ACCOUNT, RECORD_TYPE, SERVICE } from '#lambdas/cost-reports/group-keys.ts';
import { forecastPeriod, recentDays } from '#lambdas/cost-reports/periods.ts';
import type { Draft, Planning } from '#lambdas/cost-reports/plan/planning.ts';

/** The bounds of a forecast hold with so many percent. */
const FORECAST_LEVEL = 80;

/** Yesterday's month and the one before it by day: two requests, three with a forecast. */
export function planDaily({ settings, today }: Planning): Draft[] {
  const isChosen = (report: CostReport) => settings.reports.includes(report);
  const period = recentDays(today);
  const daily = (report: GroupedReport, groupBy: GroupKey[], tables: GroupedReport[]): Draft => ({
    query: { operation: 'GetCostAndUsage', name: `${report}-daily`, granularity: 'DAILY', period, groupBy },
    tables: tables.filter(isChosen).map((table) => groupedTable(table, 'DAILY')),
  });
  return [
    daily('services', [SERVICE, RECORD_TYPE], ['total', 'services', 'record-types']),
    daily('accounts', [ACCOUNT, RECORD_TYPE], ['accounts', 'commitment-use']),
    ...(isChosen('accounts-by-service')
      ? [daily('accounts-by-service', [ACCOUNT, SERVICE], ['accounts-by-service'])]
      : []),
    ...(isChosen('forecast') ? [forecast(settings, today)] : []),
  ];
}

function forecast({ basis }: Planning['settings'], today: string): Draft {
  const period = forecastPeriod(today);
  return {
    query: {
      operation: 'GetCostForecast',
      name: 'forecast',
      period,
      input: {
        TimePeriod: { Start: period.start, End: period.end },
        // By day, whose total is that of the days asked for: AWS does not say whether a month begun includes what was spent.
        Granularity: 'DAILY',
        Metric: upperMetricOf(basis),
        PredictionIntervalLevel: FORECAST_LEVEL,
      },
    },
    tables: [OWN_TABLES.forecast],
  };
}
