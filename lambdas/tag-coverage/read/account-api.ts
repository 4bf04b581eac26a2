import { PermanentError } from '#lambdas/runtime/errors.ts';
import type { Recorder } from '#lambdas/tag-coverage/blind/recorder.ts';

/** The account has not the role by which it lets itself be read, or not for this hub. */
export class NoReaderRoleError extends PermanentError {
  override name = 'NoReaderRoleError';
}

/** What is asked of an account's Region itself. */
type AccountApi = {
  recorders: () => Promise<Recorder[]>;
  /** Whether any of these resources, a hundred at most, bears a tag by the word of its own service. */
  hasTags: (arns: string[]) => Promise<boolean>;
};

/** Fails with `NoReaderRoleError` where the account has none. */
export type OpenAccount = (account: string) => Promise<(region: string) => AccountApi>;
