import type { Recorder } from '#lambdas/tag-coverage/blind/recorder.ts';

/** What is asked of an account's Region itself. */
type AccountApi = {
  recorders: () => Promise<Recorder[]>;
  /** Whether any of these resources, a hundred at most, bears a tag by the word of its own service. */
  hasTags: (arns: string[]) => Promise<boolean>;
};

/** Fails with `NoReaderRoleError` where the account has none. */
export type OpenAccount = (account: string) => Promise<(region: string) => AccountApi>;
