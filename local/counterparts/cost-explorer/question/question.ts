import type { CostLedger } from '../ledger/cost-ledger.ts';
import type { Switches } from '../switches.ts';

export type Input = Record<string, unknown>;

/** What an operation is asked, without its page token, and what it answers from. */
export type Question = {
  input: Input;
  ledger: CostLedger;
  switches: Switches;
  today: string;
  /** A member, who sees itself alone. */
  account?: string;
};

/** What a member of an input says, as text; '' where it says nothing that is one. */
export const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** An answer in entries, of which a page holds so many. */
export type Listing = {
  length: number;
  pageSize: number;
  page: (from: number, to: number) => object;
};

export type Operation = (question: Question) => Listing;

export function listing<Entry>(
  entries: readonly Entry[],
  pageSize: number,
  toAnswer: (page: readonly Entry[]) => object,
): Listing {
  return { length: entries.length, pageSize, page: (from, to) => toAnswer(entries.slice(from, to)) };
}

/** An answer that has no pages. */
export const inOnePiece = (answer: object): Listing => ({ length: 1, pageSize: 1, page: () => answer });
