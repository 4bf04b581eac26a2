import type { Provenance } from '#lambdas/contracts/report.ts';

/** Where figures come from, for people who look at them. */
export function describeProvenance({
  run,
  fetchedAt,
  source,
  requests,
  partial,
  notes,
}: Provenance): string[] {
  const moment = `${fetchedAt.slice(0, 16).replace('T', ' ')} UTC`;
  const paid = `${requests} request${requests === 1 ? '' : 's'}`;
  return [
    `From ${source}, ${moment}, run ${run} (${paid}). This reading asked 0.`,
    ...(partial ? ['Some of it is estimated or of a month that is not over: it may still change.'] : []),
    ...notes,
  ];
}
