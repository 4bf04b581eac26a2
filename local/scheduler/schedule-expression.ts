import { cronExpression } from './cron-expression.ts';

const RATE = /^rate\((?<value>[1-9]\d*) (?<unit>minute|hour|day)s?\)$/;
const CRON = /^cron\((?<fields>.+)\)$/;
const UNIT_MILLISECONDS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** The first due moment after another; none when the schedule is over. */
export type NextAfter = (after: number) => number | undefined;

/** When `rate(…)`, counted from `startedAt`, or `cron(…)` is due. Throws on any other expression. */
export function scheduleExpression(expression: string, startedAt: number): NextAfter {
  const rate = RATE.exec(expression)?.groups;
  if (rate) return rateAfter(Number(rate.value) * unitMilliseconds(rate.unit), startedAt);
  const fields = CRON.exec(expression)?.groups?.fields;
  if (fields) return cronExpression(fields);
  throw new Error(`Neither a rate nor a cron expression: ${expression}`);
}

function unitMilliseconds(unit: string | undefined): number {
  return UNIT_MILLISECONDS[unit as keyof typeof UNIT_MILLISECONDS];
}

function rateAfter(period: number, startedAt: number): NextAfter {
  return (after) => startedAt + Math.max(1, Math.floor((after - startedAt) / period) + 1) * period;
}
