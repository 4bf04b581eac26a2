import type { Account } from '#lambdas/contracts/settings.ts';
import type { AdvisorCheck } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import type { AdvisorRow } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';

/** What routes and mutes can ask of an alert: `check`, `category`, `status`, `service`, `limit`, `ou`, `tag:team` … */
export function labelsOf(
  items: AdvisorRow[],
  { id, name, category }: AdvisorCheck,
  account: Account,
): Record<string, string[]> {
  const labels: [string, string[]][] = [
    ['check', [name, ...(id ? [id] : [])]],
    ['category', category ? [category] : []],
    ['status', items.map(({ status }) => status)],
    ['service', items.flatMap(({ fields }) => fields['Service'] ?? [])],
    ['limit', items.flatMap(({ fields }) => fields['Limit Name'] ?? [])],
    ['ou', account.ou ? [account.ou] : []],
    ...Object.entries(account.tags).map(([key, value]): [string, string[]] => [`tag:${key}`, [value]]),
  ];
  return Object.fromEntries(
    labels.flatMap(([label, values]) => (values.length > 0 ? [[label, [...new Set(values)].sort()]] : [])),
  );
}
