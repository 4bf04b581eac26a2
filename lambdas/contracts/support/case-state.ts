export type CaseState = 'open' | 'waiting-for-us' | 'resolved';

/** What a status means to people. AWS may send others than its documentation names: such a case is open. */
export function caseStateOf(status: string): CaseState {
  if (status === 'resolved') return 'resolved';
  return status === 'pending-customer-action' ? 'waiting-for-us' : 'open';
}
