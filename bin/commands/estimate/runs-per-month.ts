export const DAYS_PER_MONTH = 30;

const MINUTES = { minute: 1, hour: 60, day: 1440 };
const CRON_FIELDS = /^cron\((\S+) (\S+) ([*?]|\d+) \* [*?] \*\)$/;

/** How often a schedule runs in a month of 30 days. What is said in a way that is not read here is an error, not a guess. */
export function runsPerMonth(expression: string): number {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (unit)
    return Math.ceil((DAYS_PER_MONTH * 1440) / (Number(count) * MINUTES[unit as keyof typeof MINUTES]));
  const [, minutes, hours, day] = CRON_FIELDS.exec(expression) ?? [];
  if (minutes === undefined || hours === undefined) throw new Error(`How often does ${expression} run?`);
  const days = /\d/.test(day ?? '') ? 1 : DAYS_PER_MONTH;
  return days * matches(minutes, 60) * matches(hours, 24);
}

/** Of a field of a cron expression: `*`, `7`, `0,30`, every fifth, `8-18`. */
function matches(field: string, size: number): number {
  const parts = field.split(',').map((part) => {
    const [, start, end, step = '1'] = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part) ?? [];
    if (start === undefined) throw new Error(`How often does ${field} match?`);
    const from = start === '*' ? 0 : Number(start);
    const isOne = start !== '*' && end === undefined && !part.includes('/');
    const to = isOne ? from : Number(end ?? size - 1);
    return Math.floor((to - from) / Number(step)) + 1;
  });
  return parts.reduce((sum, part) => sum + part, 0);
}
