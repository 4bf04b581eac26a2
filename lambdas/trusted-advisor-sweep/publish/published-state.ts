import { stateKey } from '#lambdas/contracts/report-keys.ts';
import type { ReadState } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';

/** How all stood on a day. `savings`: an exact decimal as text. */
export type DayEntry = {
  /** `YYYY-MM-DD` */
  date: string;
  red: number;
  yellow: number;
  info: number;
  savings: string;
  accounts: number;
  /** Of these, those that were read. */
  read: number;
  /** Red and yellow items that came, and that went, where the day before had seen the account. */
  opened: number;
  recovered: number;
};

/** Account → check → fingerprints of its red and yellow items, one after the other. */
export type OpenItems = Record<string, Record<string, string>>;

/** `changedAt`: when what is told changed last, ISO 8601. */
export type Told<T> = { what: T; changedAt: string };

/** What one publishing tells the next. */
export type PublishedState = {
  /** The last day that was published. */
  date: string;
  /** Oldest first. */
  history: DayEntry[];
  open: OpenItems;
  /** The day of the first look. */
  firstLookOn?: string;
  /** The Monday of the week whose digest was told. */
  toldWeek?: string;
  /** Account → why it is silent. */
  silent?: Told<Record<string, ReadState>>;
  /** How many accounts will be asked what plan they are on. */
  plansEnd?: Told<number>;
};

export const PUBLISHED_STATE_KEY = `${stateKey('trusted-advisor-sweep', 'published')}.gz`;
/** The checks that AWS offers, as the last publishing knew them: a `KnownChecks`. */
export const CHECKS_KEY = stateKey('trusted-advisor-sweep', 'checks');
