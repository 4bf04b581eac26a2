import type { AdvisorCheck } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';

const HOSTS: [RegExp, string][] = [
  [/^us-gov-/, 'console.amazonaws-us-gov.com'],
  [/^cn-/, 'console.amazonaws.cn'],
  [/^/, 'console.aws.amazon.com'],
];

/** The page of a check in the account that the reader is signed in to; of one that is not known, all checks. */
export function checkUrlOf({ id, category }: AdvisorCheck, home: string): string {
  const page = `https://${hostOf(home)}/trustedadvisor/home#`;
  if (!category) return `${page}/dashboard`;
  const word = category.replaceAll('_', '-');
  return `${page}/category/${encodeURIComponent(word)}${id ? `?checkId=${encodeURIComponent(id)}` : ''}`;
}

/** Service Quotas in a Region, where people ask for an increase. Trusted Advisor gives no code of the quota. */
export function quotasUrlOf(region: string): string {
  return `https://${region}.${hostOf(region)}/servicequotas/home?region=${region}`;
}

function hostOf(region: string): string {
  return HOSTS.find(([pattern]) => pattern.test(region))?.[1] ?? '';
}
