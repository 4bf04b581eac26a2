import { ownerOf } from '#lambdas/contracts/owner-of.ts';
import type { AdvisorRow } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { AdvisorNews } from '#lambdas/trusted-advisor-alerts/advisor-news.ts';
import type { AdvisorPorts } from '#lambdas/trusted-advisor-alerts/advisor-ports.ts';
import { rowsOf } from '#lambdas/trusted-advisor-alerts/rows-of.ts';

const ARN = /^arn:[^:]+:[^:]+:/;

/** Whom what is new belongs to: as the tags of the resource say, else as those of its account. `news`: of one account. */
export async function findOwners(
  news: AdvisorNews[],
  rows: AdvisorRow[],
  { settings, accountDirectory, tagsOf }: Pick<AdvisorPorts, 'settings' | 'accountDirectory' | 'tagsOf'>,
): Promise<(one: AdvisorNews) => string | undefined> {
  const [first] = news;
  if (!first) return () => undefined;
  const account = await accountDirectory(first.account);
  const arns = news.filter((one) => isNew(one, rows)).flatMap((one) => arnOf(one) ?? []);
  // Without a channel of their own nobody is an owner, so that nobody needs to be asked.
  const tags =
    settings.owners.length > 0 && arns.length > 0
      ? await tagsOf(account.id, [...new Set(arns)])
      : new Map<string, Record<string, string>>();
  return (one) => ownerOf(tags.get(arnOf(one) ?? '') ?? {}, account, settings);
}

function isNew(one: AdvisorNews, rows: AdvisorRow[]): boolean {
  if (!('item' in one) || one.item.status === 'ok') return false;
  return rowsOf(one, rows).every((row) => row?.telling !== 'told' || row.state === 'over');
}

/** The ARN of an event, or the one that some checks have in a column. */
function arnOf(news: AdvisorNews): string | undefined {
  if (!('item' in news)) return undefined;
  const { resourceId, fields } = news.item;
  return [resourceId ?? '', ...Object.values(fields)].find((text) => ARN.test(text));
}
