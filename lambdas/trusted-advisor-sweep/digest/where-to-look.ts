import type { Digest } from '#lambdas/contracts/digest.ts';
import { pageKey } from '#lambdas/trusted-advisor-sweep/publish/page-key.ts';

/** The page of the day, and the command that pulls its file. */
export function whereToLook(
  date: string,
  linkTo: (key: string) => string,
): Pick<Digest, 'links' | 'actions'> {
  const command = `npm run reeve -- advisor report --date ${date} --format csv --out trusted-advisor-${date}.csv`;
  return {
    links: [{ label: 'Open the report', url: linkTo(pageKey(date)) }],
    actions: [{ id: 'pull', label: 'Take all items as a file', command }],
  };
}
