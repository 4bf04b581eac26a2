import type { Account } from '#lambdas/contracts/settings.ts';

/** Why an account's Region, or some types of it, are not seen. */
export type BlindReason =
  | 'no-role'
  | 'no-recorder'
  | 'stopped'
  | 'failing'
  | 'partial'
  | 'region-off'
  | 'refused'
  | 'unanswered'
  | 'not-collected';

export type Blind = {
  account: Pick<Account, 'id' | 'name'>;
  region: string;
  reason: BlindReason;
  /** Of `partial`: the types that are not recorded. */
  types?: string[];
};

/** As a clause after the accounts that it holds for. */
export const BLIND_WORDS: Record<BlindReason, string> = {
  'no-role': 'no role that the hub may read them with',
  'no-recorder': 'no recorder of AWS Config',
  stopped: 'the recorder is stopped',
  failing: 'the recorder cannot deliver',
  partial: 'the recorder leaves out some types',
  'region-off': 'the Region is not switched on',
  refused: 'a policy refuses to be asked',
  unanswered: 'AWS did not answer',
  'not-collected': 'the aggregator does not collect them',
};

/** What to do about it. */
export const BLIND_MENDS: Record<BlindReason, string> = {
  'no-role': 'Deploy ReeveMembers, or leave the account out of the policy.',
  'no-recorder': 'Set AWS Config up there.',
  stopped: 'Start the recorder.',
  failing: 'Look at its delivery channel and role.',
  partial: 'Have it record these types, or leave them out of the policy.',
  'region-off': 'Switch the Region on, or leave it out of the settings.',
  refused: 'Let the role reeve-reader through the policies of the Organization.',
  unanswered: 'Wait for the next day; the log says what AWS said.',
  'not-collected': 'Look at the sources of the aggregator; a new one takes a day.',
};
