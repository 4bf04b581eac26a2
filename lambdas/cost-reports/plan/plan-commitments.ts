import { OWN_TABLES } from '#lambdas/contracts/cost-tables.ts';
import type { OtherQuery } from '#lambdas/cost-reports/cost-query.ts';
import { addDays, commitmentPeriodSince } from '#lambdas/cost-reports/periods.ts';
import { askedFrom, type Draft, type Planning } from '#lambdas/cost-reports/plan/planning.ts';
import { queryName } from '#lambdas/cost-reports/plan/query-name.ts';

type Report = 'ri-coverage' | 'ri-utilization' | 'ri-recommendations' | 'sp-coverage' | 'sp-utilization';

/** The default of 20 rows is a page of twenty. */
const ROWS_A_PAGE = 100;

/**
 * Reservations and Savings Plans. Reservations are asked service by service, for Cost Explorer takes EC2 alone
 * where none is named and one only where one is.
 */
export function planCommitments(planning: Planning): Draft[] {
  const { settings, today } = planning;

  const byMonth = (
    report: Report,
    operation: OtherQuery['operation'],
    more: Record<string, unknown>,
    service?: string,
  ): Draft => {
    const name = service === undefined ? report : queryName(report, service);
    const period = commitmentPeriodSince(askedFrom(name, planning), today);
    const TimePeriod = { Start: period.start, End: period.end };
    const input = {
      TimePeriod,
      Granularity: 'MONTHLY',
      ...(service ? { Filter: only(service) } : {}),
      ...more,
    };
    return {
      query: { operation, name, period, input },
      tables: [OWN_TABLES[report]],
      ...(service ? { share: { column: 'service', value: service } } : {}),
    };
  };

  const perService = (service: string): Draft[] => [
    byMonth('ri-coverage', 'GetReservationCoverage', { Metrics: ['Hour'] }, service),
    byMonth('ri-utilization', 'GetReservationUtilization', {}, service),
    recommendation(service, planning),
  ];
  const drafts = [
    ...settings.reservationServices.flatMap(perService),
    byMonth('sp-coverage', 'GetSavingsPlansCoverage', { MaxResults: ROWS_A_PAGE }),
    byMonth('sp-utilization', 'GetSavingsPlansUtilization', {}),
  ];
  const isChosen = ({ tables: [table] }: Draft) => settings.reports.some((report) => report === table?.name);
  return drafts.filter(isChosen);
}

/** What to buy as of today: a year without upfront payment, from the use of the last thirty days. */
function recommendation(service: string, { settings, today }: Planning): Draft {
  return {
    query: {
      operation: 'GetReservationPurchaseRecommendation',
      name: queryName('ri-recommendations', service),
      period: { start: today, end: addDays(today, 1) },
      input: {
        Service: service,
        AccountScope: settings.view === 'organization' ? 'PAYER' : 'LINKED',
        LookbackPeriodInDays: 'THIRTY_DAYS',
        TermInYears: 'ONE_YEAR',
        PaymentOption: 'NO_UPFRONT',
        PageSize: ROWS_A_PAGE,
      },
    },
    tables: [OWN_TABLES['ri-recommendations']],
    share: { column: 'service', value: service },
  };
}

function only(service: string): unknown {
  return { Dimensions: { Key: 'SERVICE', Values: [service] } };
}
