import type { Card } from '#lambdas/chat-delivery/card.ts';
import type { SampledResource } from '#lambdas/contracts/ledger.ts';

const RESOURCES_SHOWN = 10;
const CHARACTERS = 3000;
/** Of an id, with its status and account. */
export const ID_LIMIT = 150;
const NOTES_LIMIT = 60;
/** A longer link is left out. */
export const RESOURCE_URL_LIMIT = 300;

/** The resources that a message itself names; all of them go into its thread where they are more. */
export function resourcesShown(card: Card): SampledResource[] {
  let left = CHARACTERS;
  const first = card.resources.slice(0, RESOURCES_SHOWN);
  const tooMany = first.findIndex((resource) => {
    left -= sizeOf(resource);
    return left < 0;
  });
  return tooMany < 0 ? first : first.slice(0, tooMany);
}

function sizeOf({ id, url = '' }: SampledResource): number {
  const link = url.length <= RESOURCE_URL_LIMIT ? url.length : 0;
  return Math.min(id.length, ID_LIMIT) + link + NOTES_LIMIT;
}
