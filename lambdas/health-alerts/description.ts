import type { HealthDetail } from '#lambdas/health-alerts/health-event.ts';

/** The text in English where AWS sent one, else the first. Some texts hold a literal `\n` for a line break. */
export function descriptionOf(detail: HealthDetail): string {
  const texts = detail.eventDescription;
  const chosen = texts.find(({ language }) => /^en(_|-|$)/i.test(language ?? '')) ?? texts[0];
  return (chosen?.latestDescription ?? '')
    .replaceAll(/(?:\\r)?\\n/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
