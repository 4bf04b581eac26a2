/**
 * What a column holds. `text` was written by people or strangers (names, values of tags) and is guarded where a
 * program would run it as a formula; `code` was not (ids, dates' neighbours, AWS's own words). `date` is
 * `YYYY-MM-DD`, `timestamp` ISO 8601, both in UTC. `decimal` is an exact number of up to ten decimal places.
 */
export type ColumnType = 'text' | 'code' | 'date' | 'timestamp' | 'boolean' | 'integer' | 'decimal';

/** `name` is snake_case, the same in every format. `about` is one sentence for readers of the table. */
export type Column = { name: string; type: ColumnType; about: string };

/** A `decimal` is a bigint in units of 10⁻¹⁰, an `integer` a number; null: there is none. */
export type Cell = string | bigint | number | boolean | null;
/** One cell for each column, in their order. */
export type Row = readonly Cell[];
/** Rows on their way from one place to another, some thousands at a time: one await a row would be most of the work. */
export type RowBatches = AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;

/** The form of a report: one table of tidy rows, the same in CSV, JSON, NDJSON, Parquet and Athena. */
export type TableSchema = {
  /** `services-monthly`: the word in keys, file names and the command line. */
  name: string;
  title: string;
  about: string;
  columns: readonly Column[];
};

/** How a table came about; said in, or beside, each of its files. */
export type Provenance = {
  /** Names the run that wrote it: `2026-11-22T090000Z-daily`. */
  run: string;
  /** When the source was asked, ISO 8601 in UTC. */
  fetchedAt: string;
  /** `Cost Explorer`, `FOCUS export` … */
  source: string;
  /** Requests that the run paid for, with all their pages; 0 where the source is free. */
  requests: number;
  /** Some of it may still change: AWS calls it estimated, or the month is not over. */
  partial: boolean;
  /** What a reader must know before believing it, in whole sentences. */
  notes: readonly string[];
};
