const NAMES: Record<string, string> = {
  security: 'Security',
  cost_optimizing: 'Cost optimization',
  fault_tolerance: 'Fault tolerance',
  performance: 'Performance',
  service_limits: 'Service limits',
  operational_excellence: 'Operational excellence',
};

/** A category as the console calls it; one that AWS has still to make by its own word. */
export function categoryText(category: string | undefined): string | undefined {
  return category && (NAMES[category] ?? category.replaceAll('_', ' '));
}
