/**
 * What a check says. `unseen`: it could not be asked, for want of a permission or a way there, which is never
 * the same as "it is not so". `skipped`: the settings do not need it.
 */
export type Verdict = 'ok' | 'failed' | 'warning' | 'unseen' | 'skipped';

export type Finding = {
  check: string;
  account?: string;
  region?: string;
  verdict: Verdict;
  /** Says nothing of account and Region, so that findings of one kind can be told in one line. */
  text: string;
  /** What differs from account to account. */
  detail?: string;
  /** The command or the step that mends it. */
  mend?: string;
};

/** A finding as a check gives it: the check's name is added by who runs it. */
export type Observed = Omit<Finding, 'check'>;
