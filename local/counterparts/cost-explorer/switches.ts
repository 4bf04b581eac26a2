/** How Cost Explorer behaves; plain data that may be changed at any time. */
export type Switches = {
  enabled: boolean;
  /** Members may look at their own costs. */
  membersAllowed: boolean;
  /** A fixed day, `YYYY-MM-DD`, instead of the clock's. */
  today?: string;
  /** So many groups make a page. */
  pageSize: number;
  /** How far costs lag behind: 1 tells all of yesterday and nothing of today. */
  lagDays: number;
  /** A month is estimated until this day of the next. */
  finalDay: number;
  /** What is said of a month, `YYYY-MM`, against that rule. */
  estimated: Record<string, boolean>;
  /** 38 months instead of 14, by month. */
  multiYear: boolean;
  /** Without negotiated discounts: a refusal, or metrics that are missing in answers. */
  netMetrics: 'available' | 'refused' | 'absent';
  /** Keys of the tags that are active for cost allocation; of others no cost is known. */
  activeTags: 'all' | readonly string[];
  /** Record types are written `Savings Plan Negation` instead of `SavingsPlanNegation`. */
  spacedRecordTypes: boolean;
  /** The total of a period without groups. AWS was seen to send both. */
  emptyTotals: 'mixed' | 'zero' | 'none';
  currency: string;
  /** False as for an account that is new. */
  forecast: boolean;
  /** False: there is nothing to recommend. */
  recommendations: boolean;
};

export function usualSwitches(): Switches {
  return {
    enabled: true,
    membersAllowed: true,
    pageSize: 5000,
    lagDays: 1,
    finalDay: 1,
    estimated: {},
    multiYear: false,
    netMetrics: 'available',
    activeTags: 'all',
    spacedRecordTypes: false,
    emptyTotals: 'mixed',
    currency: 'USD',
    forecast: true,
    recommendations: true,
  };
}
