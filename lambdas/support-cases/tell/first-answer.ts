import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';

const MINUTE_MS = 60_000;

/** How AWS's first answer stands to its target. Times are ISO 8601. */
export type FirstAnswer = {
  /** Absent: the settings have no target for the severity, or AWS opened the case. */
  target?: { ms: number; dueAt: string };
  /** How long it took; absent: there is none yet. */
  tookMs?: number;
  /** How much later than the target it came; absent: it did not, or is not there yet. */
  lateMs?: number;
};

export function firstAnswerOf(
  row: Pick<CaseRow, 'createdAt' | 'firstAnswerAt' | 'severity' | 'openedBy'>,
  firstAnswerMinutes: Record<string, number>,
): FirstAnswer {
  const { createdAt, firstAnswerAt, severity } = row;
  if (isByAws(row)) return {};
  const minutes = Object.hasOwn(firstAnswerMinutes, severity) ? firstAnswerMinutes[severity] : undefined;
  const created = Date.parse(createdAt);
  const ms = minutes === undefined ? undefined : minutes * MINUTE_MS;
  const target = ms === undefined ? {} : { target: { ms, dueAt: new Date(created + ms).toISOString() } };
  if (firstAnswerAt === undefined) return target;
  const tookMs = Math.max(0, Date.parse(firstAnswerAt) - created);
  return { ...target, tookMs, ...(ms !== undefined && tookMs > ms ? { lateMs: tookMs - ms } : {}) };
}

/** Whether AWS opened the case. Of rows that do not say so, the moment of its first message does. */
export function isByAws({
  openedBy,
  createdAt,
  firstAnswerAt,
}: Pick<CaseRow, 'createdAt' | 'firstAnswerAt' | 'openedBy'>): boolean {
  return openedBy === 'aws' || (firstAnswerAt !== undefined && firstAnswerAt <= createdAt);
}
