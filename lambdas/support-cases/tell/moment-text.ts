const MINUTE = 16;

/** `2026-11-23 08:12 UTC`: a moment in a line of text, where a channel cannot turn it into the reader's own time. */
export function momentText(time: string): string {
  const moment = new Date(time);
  if (Number.isNaN(moment.getTime())) return 'a time that is not known';
  return `${moment.toISOString().slice(0, MINUTE).replace('T', ' ')} UTC`;
}
