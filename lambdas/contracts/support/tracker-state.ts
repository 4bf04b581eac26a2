/** What the status of a case is to people who work by a tracker. */
export type TrackerState = 'to-do' | 'in-progress' | 'waiting-for-us' | 'done';

const STATES: Record<string, TrackerState> = {
  unassigned: 'to-do',
  opened: 'to-do',
  'pending-customer-action': 'waiting-for-us',
  resolved: 'done',
};

/** AWS may send others than its documentation names: such a case is in progress. */
export function trackerStateOf(status: string): TrackerState {
  return Object.hasOwn(STATES, status) ? (STATES[status] ?? 'in-progress') : 'in-progress';
}
