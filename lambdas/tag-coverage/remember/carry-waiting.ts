import type { PlaceMemory } from '#lambdas/tag-coverage/remember/sweep-state.ts';
import { sinceOf } from '#lambdas/tag-coverage/remember/violation-group.ts';

/**
 * Of what was remembered under another policy, what waits for its grace to be over: it goes on waiting from the same
 * day. All else that violates is as old as the new policy, as if no sweep had seen any of its types.
 */
export function carryWaiting(
  places: Readonly<Record<string, PlaceMemory>>,
  types: readonly string[],
): Record<string, PlaceMemory> {
  const carried: Record<string, PlaceMemory> = {};
  for (const [key, { violating }] of Object.entries(places)) {
    const waiting = Object.entries(violating).filter(([group]) => sinceOf(group) !== '');
    if (waiting.length > 0) carried[key] = { lacks: [...types], violating: Object.fromEntries(waiting) };
  }
  return carried;
}
