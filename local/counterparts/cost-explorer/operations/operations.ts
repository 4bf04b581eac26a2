import type { Operation } from '../question/question.ts';
import { comparisonDrivers } from './comparison-drivers.ts';
import { costAndUsage } from './cost-and-usage.ts';
import { costCategories } from './cost-categories.ts';
import { costForecast } from './cost-forecast.ts';
import { dimensionValues } from './dimension-values.ts';
import { reservationCoverage } from './reservation-coverage.ts';
import { reservationRecommendation } from './reservation-recommendation.ts';
import { reservationUtilization } from './reservation-utilization.ts';
import { savingsPlansCoverage } from './savings-plans-coverage.ts';
import { savingsPlansUtilization } from './savings-plans-utilization.ts';
import { tagValues } from './tag-values.ts';

export type Paged = { run: Operation; tokenName: 'NextPageToken' | 'NextToken' };

const paged = (run: Operation): Paged => ({ run, tokenName: 'NextPageToken' });

/** What Cost Explorer is asked for, each with the name of its page token. */
export const OPERATIONS: Record<string, Paged> = {
  GetCostAndUsage: paged(costAndUsage),
  GetCostForecast: paged(costForecast),
  GetReservationCoverage: paged(reservationCoverage),
  GetReservationUtilization: paged(reservationUtilization),
  GetReservationPurchaseRecommendation: paged(reservationRecommendation),
  GetSavingsPlansCoverage: { run: savingsPlansCoverage, tokenName: 'NextToken' },
  GetSavingsPlansUtilization: paged(savingsPlansUtilization),
  GetCostComparisonDrivers: paged(comparisonDrivers),
  GetTags: paged(tagValues),
  GetDimensionValues: paged(dimensionValues),
  GetCostCategories: paged(costCategories),
};
