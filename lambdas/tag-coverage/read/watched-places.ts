import type { KnownAccounts } from '#lambdas/runtime/known-accounts.ts';
import { GLOBAL, type Place } from '#lambdas/tag-coverage/read/place.ts';

/** Whether anybody looks at a place still: not at accounts that have left or are closed, nor at Regions that the settings do not name. */
export function watchedPlaces(
  { hasLeft }: Pick<KnownAccounts, 'hasLeft'>,
  regions: readonly string[],
): (place: Place) => boolean {
  return ({ account, region }) => !hasLeft(account) && (region === GLOBAL || regions.includes(region));
}
