import type { Estate } from '#local/estate.ts';
import { IGNORED_PROPERTIES } from './ignored-properties.ts';
import type { Resource } from './resource.ts';

/** Whether the embedded cloud has no use for resources of this type at all. */
export function isLeftAside(type: string): boolean {
  return IGNORED_PROPERTIES.some((ignored) => ignored.type === type && ignored.property === '*');
}

/** Notes in the estate what no reader asked for; throws on a property that has no reason to be ignored. */
export function leaveAside({ type, properties }: Resource, estate: Estate): void {
  const unread = isLeftAside(type) ? ['*'] : properties.unread();
  for (const property of unread) {
    const ignored = IGNORED_PROPERTIES.find(
      (each) => (each.type === type || each.type === '*') && each.property === property,
    );
    if (!ignored) {
      const wayOut = 'do without it, read it in local/template/resources';
      throw properties.refusal(
        property,
        `is not emulated: ${wayOut}, or give a reason in local/template/ignored-properties.ts`,
      );
    }
    if (estate.ignored.some((each) => each.type === type && each.property === property)) continue;
    estate.ignored.push({ type, property, reason: ignored.reason });
  }
}
