export const DAY_MS = 86_400_000;
/** AWS lets people reopen a case for so long: https://docs.aws.amazon.com/awssupport/latest/user/monitoring-your-case.html */
const REOPEN_DAYS = 14;

/** After this moment a resolved case stays resolved, ISO 8601. */
export function reopenEndsAt(resolvedAt: string): string {
  return new Date(Date.parse(resolvedAt) + REOPEN_DAYS * DAY_MS).toISOString();
}
