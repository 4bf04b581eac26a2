import type { Attachment, Observation } from '#lambdas/contracts/observation.ts';
import type { Provenance } from '#lambdas/contracts/report.ts';
import type { CostSettings } from '#lambdas/contracts/settings.ts';
import type { CostSource } from '#lambdas/cost-reports/cost-source.ts';
import type { MonthState } from '#lambdas/cost-reports/cost-state.ts';
import type { CostSummary } from '#lambdas/cost-reports/cost-summary.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

export type CostPorts = {
  store: ReportStore;
  openSource: (run: string) => OpenSource;
  observe: (observation: Observation) => Promise<void>;
  /** Makes the page of a month anew from the stored tables; `state`: of the month as this run leaves it. */
  publishPage: (month: string, provenance: Provenance, state?: MonthState) => Promise<void>;
  /** Draws the picture of a digest; undefined where there is none. */
  publishChart: (summary: CostSummary) => Promise<Attachment | undefined>;
  /** Where people open a file of the store; undefined where there is no such place. */
  linkTo: (key: string) => string | undefined;
  /** Whether a further page or table may be begun. */
  hasTime: () => boolean;
  settings: CostSettings;
  /** The account that Reeve runs in. */
  account: string;
};

/** A source of costs for one run. `spent`: billed requests that the run has made so far, in all its attempts. */
type OpenSource = { source: CostSource; spent: () => Promise<number> };
