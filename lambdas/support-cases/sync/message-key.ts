import { createHash } from 'node:crypto';

type Told = { at: string; submittedBy: string };

/**
 * Names for messages, which AWS gives none: of the case, the moment, the author, and the place among those that agree in
 * both, from the last on: AWS tells the newest first, so that one more has the next place and the others keep theirs. Of
 * those of one millisecond all must be there.
 */
export function messageKeysOf(displayId: string, messages: readonly Told[]): string[] {
  const alike = new Map<string, number>();
  const keys = messages.toReversed().map(({ at, submittedBy }) => {
    const name = `${displayId}|${at}|${submittedBy}`;
    const place = alike.get(name) ?? 0;
    alike.set(name, place + 1);
    return hashOf(`${name}|${place}`);
  });
  return keys.toReversed();
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
