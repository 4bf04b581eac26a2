import { BLIND_WORDS, type Blind } from '#lambdas/tag-coverage/blind/blind.ts';

export type BlindGroup = {
  reason: Blind['reason'];
  types: string[];
  /** `payments (111122223333) in eu-central-1, eu-west-1`, for each account. */
  places: string[];
  /** Accounts and Regions. */
  count: number;
};

/** What is not seen, by the reason; `regions`: how many each account is asked in, so that all of them need no names. */
export function groupBlind(blind: readonly Blind[], regions: number): BlindGroup[] {
  const byReason = Map.groupBy(blind, ({ reason, types = [] }) => JSON.stringify([reason, types]));
  return [...byReason.values()].map((some) => {
    const { reason, types = [] } = some[0] as Blind;
    const byAccount = Map.groupBy(some, ({ account }) => account.id);
    return {
      reason,
      types,
      places: [...byAccount.values()].map((own) => placesOf(own, regions)),
      count: some.length,
    };
  });
}

/** One sentence for each reason, with the first so many accounts. */
export function describeBlind(blind: readonly Blind[], regions: number, most: number): string[] {
  return groupBlind(blind, regions).map(({ reason, types, places }) => {
    const more = places.length - most;
    const listed = places.slice(0, most).join('; ') + (more > 0 ? `; and ${more} more accounts` : '');
    const what = types.length > 0 ? ` (${types.join(', ')})` : '';
    return `Not seen, since ${BLIND_WORDS[reason]}${what}: ${listed}.`;
  });
}

function placesOf(own: Blind[], regions: number): string {
  const { account } = own[0] as Blind;
  const name = account.name ? `${account.name} (${account.id})` : account.id;
  if (own.length === regions && regions > 1) return `${name} in all Regions`;
  return `${name} in ${own.map(({ region }) => region).join(', ')}`;
}
