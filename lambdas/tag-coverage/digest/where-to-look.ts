import type { Digest } from '#lambdas/contracts/digest.ts';
import { pageKey } from '#lambdas/tag-coverage/publish/page-key.ts';

/** The page of the day, and the command that lists what lacks tags. */
export function whereToLook(
  date: string,
  linkTo: (key: string) => string,
): Pick<Digest, 'links' | 'actions'> {
  const command = `npm run reeve -- tags report --violations --format csv --out required-tags-${date}.csv`;
  return {
    links: [{ label: 'Open the report', url: linkTo(pageKey(date)) }],
    actions: [{ id: 'pull', label: 'List what lacks tags', command }],
  };
}
