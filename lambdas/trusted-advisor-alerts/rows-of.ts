import type { AdvisorRow } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { isSameItem } from '#lambdas/contracts/trusted-advisor/item-key.ts';
import type { AdvisorNews } from '#lambdas/trusted-advisor-alerts/advisor-news.ts';

/**
 * The rows that news is about, of those of its check: undefined stands for one that is not there yet. That an ARN is fine
 * ends all items that it may mean, as the API knows several of some resources, such as the rules of a security group.
 */
export function rowsOf(news: AdvisorNews, rows: AdvisorRow[]): (AdvisorRow | undefined)[] {
  if ('ending' in news) return rows.filter(({ key }) => key === news.key);
  const { item } = news;
  const same = rows.filter((row) => isSameItem(row, item));
  if (item.status === 'ok') return same;
  const exact = same.find(({ key }) => key === item.key);
  const open = same.find(({ state }) => state === 'open');
  return [exact ?? open ?? same[0]];
}
