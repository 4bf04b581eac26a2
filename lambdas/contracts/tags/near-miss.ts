import type { RequiredTag } from '#lambdas/contracts/tags/tag-policy.ts';

/** Of the keys that a resource has, the one that may be meant: `owner`, `cost-center`, or what the policy calls an alias. */
export function nearMissOf(
  { key, aliases }: Pick<RequiredTag, 'key' | 'aliases'>,
  present: string[],
): string | undefined {
  const wanted = new Set([key, ...aliases].map(lettersOf));
  return present.filter((other) => other !== key && wanted.has(lettersOf(other))).sort()[0];
}

/** A key without case, spaces and punctuation. */
function lettersOf(key: string): string {
  return key.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
