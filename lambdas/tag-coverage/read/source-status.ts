/** What the aggregator says of one of its sources: `SUCCEEDED`, `FAILED` or `OUTDATED`. */
export type SourceStatus = { account: string; region: string; status: string };
