import type { Account } from '#lambdas/contracts/settings.ts';

export type KnownOwners = {
  /** The key of the tag that names a resource's owner. */
  ownerKey: string;
  /** Owners that have a channel. */
  owners: string[];
};

/** Whom a resource belongs to: as its own tag says, where that names somebody who has a channel; else its account's owner. */
export function ownerOf(
  tags: Record<string, string>,
  account: Pick<Account, 'owner'>,
  { ownerKey, owners }: KnownOwners,
): string | undefined {
  const wanted = ownerKey.toLowerCase();
  const named = Object.entries(tags)
    .filter(([key]) => key.toLowerCase() === wanted)
    .map(([, value]) => value.trim().toLowerCase());
  return owners.find((owner) => named.includes(owner)) ?? account.owner;
}
