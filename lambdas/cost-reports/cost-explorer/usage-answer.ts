/** A page of GetCostAndUsage, as far as it is read. */
export type UsageAnswer = {
  ResultsByTime: readonly PeriodResult[];
  DimensionValueAttributes?: readonly { Value?: string; Attributes?: { description?: string } }[];
};

export type PeriodResult = {
  TimePeriod: { Start: string; End: string };
  /** Filled only where nothing is grouped by; else empty, or 0 for some periods without groups. */
  Total?: Metrics;
  Groups?: readonly { Keys: readonly string[]; Metrics: Metrics }[];
  Estimated?: boolean;
};

export type Metrics = Readonly<Record<string, { Amount?: string; Unit?: string }>>;

/** The periods of a page. Throws where it is no answer at all, which must not pass for one without costs. */
export function periodsIn(answer: unknown): readonly PeriodResult[] {
  const { ResultsByTime } = (answer ?? {}) as Partial<UsageAnswer>;
  if (!ResultsByTime) throw new Error('An answer of GetCostAndUsage has no ResultsByTime');
  return ResultsByTime;
}

/** All metrics of a period: of its groups, or of the period itself where nothing was grouped by. */
export function metricsIn({ Groups = [], Total = {} }: PeriodResult, isGrouped: boolean): Metrics[] {
  if (isGrouped) return Groups.map(({ Metrics }) => Metrics);
  return Object.keys(Total).length > 0 ? [Total] : [];
}
