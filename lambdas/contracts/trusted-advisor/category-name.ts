/** As the console calls them, in the order in which people should look at them. */
const NAMES: Record<string, string> = {
  security: 'Security',
  fault_tolerance: 'Fault tolerance',
  service_limits: 'Service limits',
  performance: 'Performance',
  operational_excellence: 'Operational excellence',
  cost_optimizing: 'Cost optimization',
};
const ORDER = Object.keys(NAMES);

/** A category for people; one that AWS has still to make by its own word. */
export function categoryName(category: string): string {
  return NAMES[category] ?? category.replaceAll('_', ' ');
}

/** Security first; those that nobody knows come last. */
export function compareCategories(one: string, other: string): number {
  return rankOf(one) - rankOf(other) || (one < other ? -1 : Number(one > other));
}

function rankOf(category: string): number {
  const rank = ORDER.indexOf(category);
  return rank < 0 ? ORDER.length : rank;
}
