/** An account of a seeded ledger. */
export type SeededAccount = {
  id: string;
  name: string;
  /** Of the account; most of what it buys has them too. */
  tags?: Record<string, string>;
  /** Its first day with costs. */
  since?: string;
};
