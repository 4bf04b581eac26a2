/** The aggregator that tags are counted by: that of the settings, else the hub's own. */
export function tagAggregatorName(named: string | undefined, stack: string): string {
  return named ?? `${stack}-tags`;
}
