const ISO_8601 = /^[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * A time of ECS in ISO 8601 with milliseconds, in UTC. AWS writes seconds with two digits behind them, with three
 * and with nine. Undefined for what is absent or no time.
 */
export function ecsTime(text: string | undefined): string | undefined {
  // Date.parse alone would take any text with a number in it for a time.
  const milliseconds = text && ISO_8601.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}
