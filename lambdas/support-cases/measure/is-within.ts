const DAY_MS = 86_400_000;

/** Whether a moment lies in the last so many days. */
export function isWithin(moment: string, days: number, now: Date): boolean {
  const ago = now.getTime() - Date.parse(moment);
  return ago >= 0 && ago < days * DAY_MS;
}
