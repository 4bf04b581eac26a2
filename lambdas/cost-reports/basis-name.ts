import type { Basis } from '#lambdas/cost-reports/cost-line.ts';

const NAMES: Record<Basis, string> = {
  unblended: 'Unblended',
  amortized: 'Amortized',
  net_unblended: 'Net unblended',
  net_amortized: 'Net amortized',
};

/** A basis in AWS's words, at the beginning of a sentence. */
export function basisName(basis: Basis): string {
  return NAMES[basis];
}
