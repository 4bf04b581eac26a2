import type { AnswerRow } from '#lambdas/case-trackers/answer/answer-row.ts';
import type { CaseWriter, Refusal } from '#lambdas/case-trackers/answer/case-writer.ts';

type CaseOfTracker = { account: string; tracker: string; displayId: string };
export type Heeded = { until: string; version: number };

/** What answering needs of the world. Who writes a row that another has written meanwhile fails with `BusyError`. */
export type AnswerPorts = {
  answersOf: (one: CaseOfTracker) => Promise<AnswerRow[]>;
  /** `row.version` is the number that it gets; `before` that of the row which is there, 0 for none. */
  writeAnswer: (row: AnswerRow, before: number) => Promise<void>;
  /** Undefined: no comment of the case was ever read. */
  heededOf: (one: CaseOfTracker) => Promise<Heeded | undefined>;
  writeHeeded: (one: CaseOfTracker, until: string, before: number) => Promise<void>;
  openWriter: (account: string) => Promise<CaseWriter>;
  /** What AWS's error means for good; undefined where it may be done later, or may have been done. */
  refusalOf: (error: unknown) => Refusal | undefined;
  sleep: (milliseconds: number) => Promise<void>;
  now: () => Date;
};

/** Who may answer from a tracker, and how often in an hour for one case. */
export type AnswerRules = { actors: string[]; perHour: number };
