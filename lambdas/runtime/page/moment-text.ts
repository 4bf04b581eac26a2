/** A moment for people: `2026-11-22 09:00 UTC`. */
export function momentText(moment: string): string {
  return moment === '' ? '–' : `${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC`;
}
