/** What a cost is reckoned by, in the order of the tables. */
export const BASES = ['unblended', 'amortized', 'net_unblended', 'net_amortized'] as const;
export type Basis = (typeof BASES)[number];

/** Exact, in units of 10⁻¹⁰ of the currency. */
export type Amounts = Readonly<Record<Basis, bigint>>;

/** The cost of one group in one day or month, as a source tells it. */
export type CostLine = {
  /** Start inclusive, end exclusive, `YYYY-MM-DD`. */
  start: string;
  end: string;
  /** AWS may still change it. */
  estimated: boolean;
  /** One value for each key that the query groups by. Of a tag or cost category the value alone, '' where it is missing. */
  keys: readonly string[];
  /** What people call each key, where the source says it: names of accounts. */
  keyNames: readonly (string | undefined)[];
  amounts: Amounts;
  currency: string;
};
