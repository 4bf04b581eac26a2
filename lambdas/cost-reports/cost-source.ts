import type { CostLine } from '#lambdas/cost-reports/cost-line.ts';
import type { CostQuery, OtherQuery, UsageQuery } from '#lambdas/cost-reports/cost-query.ts';

/** A query is complete with all its pages, or it is refused: nothing in between is ever read. */
export type Fetched =
  | {
      state: 'complete';
      /** When its first page was asked, ISO 8601 in UTC. */
      fetchedAt: string;
      pages: number;
      /** What a reader must know, in whole sentences: net amounts missing, pages left out. */
      notes: readonly string[];
    }
  | { state: 'refused'; reason: RefusalReason; message: string };

/**
 * Why no retry helps today. `access`: a permission, or Cost Explorer is off. `unavailable`: AWS has no data for it.
 * `invalid`: AWS does not take the question. `cap`: a cap of the settings stopped it before the request.
 * `unsupported`: this source cannot know.
 */
export type RefusalReason = 'access' | 'unavailable' | 'invalid' | 'cap' | 'unsupported';

/** Where costs come from: Cost Explorer, or an export of AWS Data Exports. The tables are the same. */
export type CostSource = {
  /** For readers: `Cost Explorer`. */
  name: string;
  /** Says what will be asked, to a source that reads everything for it in one pass. */
  announce?: (queries: readonly CostQuery[]) => void;
  /** Fetches all of it, or what is left of it after a crash. Throws where a retry may help. */
  fetch: (query: CostQuery) => Promise<Fetched>;
  /**
   * The lines of a complete query in batches, as often as wanted; with `month` (`YYYY-MM`) those that begin in
   * it. Never all in memory: a month may have millions.
   */
  lines: (query: UsageQuery, month?: string) => AsyncIterable<readonly CostLine[]>;
  /** The answers of a complete query of another operation, page by page, as the source wrote them. */
  answers: (query: OtherQuery) => AsyncIterable<unknown>;
};
